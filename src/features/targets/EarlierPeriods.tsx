import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLive } from '#features/handbook.tsx';
import { useWords } from '#features/words.ts';
import type { PeriodId } from '#model/period.ts';
import { isPlanGoal, targetParts } from '#model/records/target.ts';
import type { UnitId } from '#model/unit.ts';
import type { RecordRow } from '#store/database.ts';
import { teamTotals } from '#store/journal.ts';
import { capital } from '#ui/capital.ts';
import { Card } from '#ui/Card.tsx';
import { aimedAt, doneOf } from '#features/aimed.ts';
import css from './EarlierPeriods.module.css';

const shown = 6;

/** How the months before came out: how many of their targets were reached. */
export const EarlierPeriods = ({
  targets,
  unit,
  before,
}: {
  targets: readonly RecordRow[];
  unit: UnitId;
  before: PeriodId;
}) => {
  const { t } = useTranslation('targets');
  const words = useWords();
  const months = [...new Set(targets.map(({ id }) => targetParts(id)).flatMap(monthIfOf(unit)))]
    .filter((period) => period < before && aimedAt(targets, unit, period).length > 0)
    .sort()
    .reverse()
    .slice(0, shown);
  const outcomes = useLive(
    async (db) =>
      Promise.all(
        months.map(async (period) => {
          const sums = await teamTotals(db, period);
          const aimed = aimedAt(targets, unit, period);
          return {
            period,
            all: aimed.length,
            reached: aimed.filter(({ goal, value }) => (doneOf(goal, sums) ?? -1) >= value).length,
          };
        }),
      ),
    [months.join(' '), targets],
  );
  if (!outcomes || outcomes.length === 0) return null;
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier" className={css.heading}>
        {t('earlier')}
      </h2>
      <Card as="ul">
        {outcomes.map(({ period, all, reached }) => (
          <li key={period}>
            <Link to={`/chi-tieu?ky=${period}`} className={css.month}>
              <span>
                {capital(words.period(period))} {period.slice(0, 4)}
              </span>{' '}
              <span className={reached === all ? css.all : css.some}>{t('reachedOf', { reached, count: all })}</span>
              <ChevronRight aria-hidden size={18} />
            </Link>
          </li>
        ))}
      </Card>
    </section>
  );
};

const monthIfOf =
  (unit: UnitId) =>
  (parts: { goal: string; unit: UnitId; period: string }): PeriodId[] =>
    parts.unit === unit && !isPlanGoal(parts.goal) ? [parts.period] : [];
