import { BellRing } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { figuresBehind } from '#features/behind-figures.ts';
import { useUnitWords } from '#features/unit-words.ts';
import { dayInVietnam } from '#model/day.ts';
import { daysSilent } from '#model/silence.ts';
import { existsOn } from '#model/unit.ts';
import type { Figures } from '#store/officer-pages.ts';
import css from './SilentVillages.module.css';

type Props = { figures: Figures; silentDays: number; now: number };

/** Villages that have sent nothing for some days, the longest first: somebody may need a call. Only of the days that run. */
export const SilentVillages = ({ figures, silentDays, now }: Props) => {
  const { t } = useTranslation('overview');
  const words = useUnitWords();
  const today = dayInVietnam(now);
  if (today < figures.first || today > figures.last) return null;
  const silent = figures.rows
    .flatMap(({ unit, lastWordAt }) => {
      if (!existsOn(unit, today)) return [];
      const days = lastWordAt === undefined ? null : daysSilent(unit, lastWordAt, today, silentDays);
      return days === null ? [] : [{ unit, days, never: lastWordAt === null }];
    })
    .sort((a, b) => Number(b.never) - Number(a.never) || b.days - a.days || (a.unit.name < b.unit.name ? -1 : 1));
  if (silent.length === 0) return null;
  return (
    <details className={css.silent}>
      <summary>
        <BellRing aria-hidden size={20} />
        <b>{t('silent.title', { count: silent.length, days: silentDays })}</b>
      </summary>
      <ul>
        {silent.map(({ unit, days, never }) => (
          <li key={unit.id}>
            <Link to={figuresBehind(unit.id, figures.period)}>
              <b>{words.heading(unit)}</b> {never ? t('silent.never') : t('silent.days', { count: days })}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
};
