import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLive, useNow } from '#features/handbook.tsx';
import { useSituation } from '#features/situation.ts';
import { useWords } from '#features/words.ts';
import { dayInVietnam } from '#model/day.ts';
import { periodOf, spanOf } from '#model/period.ts';
import { teamTotals } from '#store/journal.ts';
import { recordsOfType } from '#store/records.ts';
import { aimedAt, doneOf, paceTowards } from './aimed.ts';
import { TargetFigure } from './TargetFigure.tsx';
import css from './LaggingTargets.module.css';

const shown = 2;

/** The month's targets that are furthest behind; nothing where none is set. */
const LaggingTargets = () => {
  const { t } = useTranslation('targets');
  const words = useWords();
  const me = useSituation();
  const today = dayInVietnam(useNow());
  const kind = me?.settings.periodKind ?? 'from15to14';
  const period = periodOf(today, kind);
  const known = useLive(
    async (db) => ({ targets: await recordsOfType(db, 'target'), sums: await teamTotals(db, period) }),
    [period],
  );
  if (!me || !known) return null;
  const furthest = aimedAt(known.targets, me.person.unit, period)
    .map((aimed) => ({ aimed, pace: paceTowards(aimed, known.sums, spanOf(period, kind), today) }))
    .sort((a, b) => b.pace.short / (b.aimed.value || 1) - a.pace.short / (a.aimed.value || 1))
    .slice(0, shown);
  if (furthest.length === 0) return null;
  const title = t('title', { month: words.period(period) });
  return (
    <section aria-labelledby="lagging">
      <div className={css.head}>
        <h2 id="lagging">{title}</h2>
        <Link to="/chi-tieu" className={css.more}>
          {t('seeAll')}
          <span className="visually-hidden">, {title}</span>
          <ChevronRight aria-hidden size={18} />
        </Link>
      </div>
      <ul>
        {furthest.map(({ aimed, pace }) => (
          <TargetFigure
            key={aimed.goal}
            aimed={aimed}
            done={doneOf(aimed.goal, known.sums)}
            pace={pace}
            asked={known.sums['HAI_LONG_HOI'] ?? 0}
            brief
          />
        ))}
      </ul>
    </section>
  );
};
export default LaggingTargets;
