import { useTranslation } from 'react-i18next';
import type { Situation } from '#features/situation.ts';
import type { Day } from '#model/day.ts';
import type { RecordRow } from '#store/database.ts';
import { Card } from '#ui/Card.tsx';
import { useFormat } from '#ui/format.ts';
import { newestFigure } from './official.ts';
import css from './Accounts.module.css';

type Props = { situation: Situation; figures: readonly RecordRow[]; contributed: number; upTo: Day };

/** The team's contribution and the police's figure, side by side and never added: they count different things. */
export const Accounts = ({ situation, figures, contributed, upTo }: Props) => {
  const { t } = useTranslation('targets');
  const format = useFormat();
  const above = situation.units.filter(({ level }) => level !== 'province');
  const found = above
    .map((unit) => ({ unit, official: newestFigure(figures, 'TK_MUC2', unit.id) }))
    .find(({ official }) => official !== undefined);
  return (
    <section aria-labelledby="accounts">
      <h2 id="accounts" className={css.heading}>
        {t('accounts')}
      </h2>
      <Card as="div" className={css.two}>
        <div>
          <p>{t('contribution')}</p>
          <b>{format.number(contributed)}</b>
          <small>{t('contributionOf', { day: format.day(upTo) })}</small>
        </div>
        <div>
          <p>{t('official')}</p>
          <b>{found?.official ? format.number(found.official.count) : '–'}</b>
          <small>
            {found?.official
              ? t(found.unit.level === 'village' ? 'officialOfVillage' : 'officialOfCommune', {
                  day: format.day(found.official.asOf),
                })
              : t('officialNone')}
          </small>
        </div>
      </Card>
      <p className={css.apart}>{t('apart')}</p>
    </section>
  );
};
