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
import { aimedAt, doneOf, paceTowards } from '#features/aimed.ts';
import { TargetFigure } from './TargetFigure.tsx';
import css from './LaggingTargets.module.css';

const fewest = 2;
const most = 3;

/** The two or three targets of the month that are furthest behind; nothing where none is set. */
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
    .sort((a, b) => b.pace.short / (b.aimed.value || 1) - a.pace.short / (a.aimed.value || 1));
  const behind = furthest.filter(({ pace }) => pace.state === 'behind').length;
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
        {furthest.slice(0, Math.min(Math.max(behind, fewest), most)).map(({ aimed, pace }) => (
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
