import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useHands } from '#features/handbook.tsx';
import { RecordWhere, whereInAll } from '#features/RecordWhere.tsx';
import type { Situation } from '#features/situation.ts';
import { useWords } from '#features/words.ts';
import { spanOf, type PeriodId } from '#model/period.ts';
import { Button } from '#ui/Button.tsx';
import { Card } from '#ui/Card.tsx';
import { useFormat } from '#ui/format.ts';
import { useConfirmation, useConfirming, type ConfirmationShown } from './use-confirmation.ts';
import css from './ConfirmCard.module.css';

type Props = { situation: Situation; period: PeriodId };

/**
 * The team's word that its figures of a period are complete: what it speaks of, what of it is still on this phone, and what the
 * commune answered. Any of the team says it; once the commune has closed nobody does.
 */
export const ConfirmCard = ({ situation, period }: Props) => {
  const { t } = useTranslation('numbers');
  const words = useWords();
  const shown = useConfirmation(situation, period);
  if (!shown) return null;
  const closed = situation.closed.find((one) => one.period === period);
  return (
    <Card as="section" className={css.card} aria-labelledby="confirm-title">
      <div className={css.inside}>
        <h2 id="confirm-title">{t('confirm.title', { month: words.period(period) })}</h2>
        <Stands shown={shown} situation={situation} />
        {closed ? (
          <Closed at={closed.closedAt} />
        ) : (
          <>
            <Rest shown={shown} last={spanOf(period, situation.settings.periodKind).last} />
            <Ways shown={shown} situation={situation} period={period} />
          </>
        )}
      </div>
    </Card>
  );
};

const Stands = ({ shown, situation }: { shown: ConfirmationShown; situation: Situation }) => {
  const { t } = useTranslation('numbers');
  const { clock } = useHands();
  const format = useFormat();
  const { state, at, by, reason, row } = shown;
  if (state === 'none') return <p>{t('confirm.none')}</p>;
  const when = at === null ? '' : format.instant(at * 1000, clock.now());
  const who = situation.team.find(({ id }) => id === by)?.name ?? t('confirm.colleague');
  return (
    <div className={css[state]}>
      {state === 'confirmed' ? <CircleCheck aria-hidden size={24} /> : <CircleAlert aria-hidden size={24} />}
      <div>
        <p>
          <b>{state === 'confirmed' ? t('confirm.confirmed', { who, when }) : t('confirm.returned', { when })}</b>
        </p>
        {reason !== null && <p>{t('confirm.reason', { reason })}</p>}
        {state === 'confirmed' && row && <RecordWhere where={whereInAll(row)} />}
      </div>
    </div>
  );
};

const Closed = ({ at }: { at: number }) => {
  const { t } = useTranslation('numbers');
  const { clock } = useHands();
  const format = useFormat();
  return <p>{t('confirm.closed', { when: format.instant(at * 1000, clock.now()) })}</p>;
};

/** What whoever confirms has to know: how much it speaks of, and what the province has not got yet. */
const Rest = ({ shown, last }: { shown: ConfirmationShown; last: string }) => {
  const { t } = useTranslation('numbers');
  const format = useFormat();
  const { state, entries, here, since } = shown;
  return (
    <ul className={css.rest}>
      <li>{t('confirm.entries', { count: entries, number: format.number(entries) })}</li>
      {here > 0 && <li>{t('confirm.here', { count: here, number: format.number(here) })}</li>}
      {state === 'confirmed' && since > 0 && (
        <li>{t('confirm.since', { count: since, number: format.number(since) })}</li>
      )}
      <li>{t('confirm.until', { day: format.day(last) })}</li>
    </ul>
  );
};

const Ways = ({ shown, situation, period }: Props & { shown: ConfirmationShown }) => {
  const { t } = useTranslation('numbers');
  const words = useWords();
  const { say, trouble } = useConfirming(situation, period);
  const { state, since } = shown;
  const again = state === 'returned' || (state === 'confirmed' && since > 0);
  return (
    <>
      <div role="alert" className={css.trouble}>
        {trouble}
      </div>
      <div className={css.ways}>
        {state === 'none' && (
          <Button look="strong" onClick={() => void say('confirmed')}>
            {t('confirm.do', { month: words.period(period) })}
          </Button>
        )}
        {again && (
          <Button look="strong" onClick={() => void say('confirmed')}>
            {t('confirm.again')}
          </Button>
        )}
        {state === 'confirmed' && <Button onClick={() => void say('open')}>{t('confirm.takeBack')}</Button>}
      </div>
    </>
  );
};
