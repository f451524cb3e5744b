import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { figuresBehind } from '#features/behind-figures.ts';
import { useUnitWords } from '#features/unit-words.ts';
import { useWords } from '#features/words.ts';
import type { PeriodId } from '#model/period.ts';
import type { Figures } from '#store/officer-pages.ts';
import { useFormat } from '#ui/format.ts';
import { addDays } from '#model/day.ts';
import css from './Profile.module.css';

/** What the units that became this one did in the period, under their own names: it is in none of the figures above (rule S4). */
export const Before = ({ figures, period }: { figures: Figures | undefined; period: PeriodId }) => {
  const { t } = useTranslation('area');
  const units = useUnitWords();
  const words = useWords();
  const f = useFormat();
  const before = figures?.predecessors ?? [];
  if (before.length === 0) return null;
  return (
    <section className={css.before} aria-labelledby="before">
      <h2 id="before">{t('beforeTitle')}</h2>
      <p className={css.quiet}>{t('beforeAbout')}</p>
      <ul>
        {before.map(({ unit, totals }) => (
          <li key={unit.id}>
            <Link to={figuresBehind(unit.id, period)}>
              {unit.validTo === null
                ? units.heading(unit)
                : t('beforeOf', { unit: units.said(unit), day: f.dayLong(addDays(unit.validTo, 1)) })}
            </Link>
            <span>
              {Object.entries(totals)
                .slice(0, 3)
                .map(([measure, count]) => `${f.number(count)} ${words.counted(measure, count)}`)
                .join(', ') || t('beforeNothing')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
