import { CheckCheck, CircleX, Route, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useHeldWords } from '#features/holding-box/held-words.ts';
import type { HeldWork } from '#store/officer-pages.ts';
import { Card } from '#ui/Card.tsx';
import { useFormat } from '#ui/format.ts';
import css from './Decided.module.css';

type Decision = NonNullable<HeldWork['decided']>['decision'];
const icons: Record<Decision, LucideIcon> = { accepted: CheckCheck, refused: CircleX, arrived: Route };

/** What was decided last: by whom, when, and why not. */
export const Decided = ({ works, now }: { works: readonly HeldWork[]; now: number }) => {
  const { t } = useTranslation('holding-box');
  const f = useFormat();
  const said = useHeldWords();
  return (
    <section aria-labelledby="decided" className={css.decided}>
      <h2 id="decided">{t('decided')}</h2>
      {works.length === 0 ? (
        <p className={css.quiet}>{t('noneDecided')}</p>
      ) : (
        <Card as="ul">
          {works.map((work) => {
            const { decided } = work;
            if (!decided) return null;
            const Icon = icons[decided.decision];
            const when = f.instant(decided.at * 1000, now);
            return (
              <li key={work.id} className={css.row}>
                <b>{said.name(work)}</b>{' '}
                <span className={css.quiet}>
                  {said.what(work)} {said.days(work)}
                </span>
                <span className={`${css.state} ${css[decided.decision]}`}>
                  <Icon aria-hidden size={16} />
                  <span>
                    <b>{t(`decision.${decided.decision}`)}</b>{' '}
                    <span className={css.quiet}>
                      {decided.by ? t('decidedBy', { name: decided.by.name, when }) : t('decidedWhen', { when })}
                    </span>
                  </span>
                </span>
                {decided.reason !== null && <span>{t('reasonSaid', { reason: decided.reason })}</span>}
                {decided.decision === 'accepted' && decided.refused > 0 && (
                  <span>{t('partlyRefused', { count: decided.refused })}</span>
                )}
              </li>
            );
          })}
        </Card>
      )}
    </section>
  );
};
