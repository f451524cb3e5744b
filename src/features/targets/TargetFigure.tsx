import { CircleCheck, CircleDashed, TrendingDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWords } from '#features/words.ts';
import type { Pace } from '#model/pace.ts';
import { ratioGoal, type Goal } from '#model/records/target.ts';
import { Bar } from '#ui/Bar.tsx';
import { useFormat } from '#ui/format.ts';
import { shownRatio } from '#features/aimed.ts';
import { ChangedTarget } from './ChangedTarget.tsx';
import { Stressed } from './Stressed.tsx';
import type { Aimed } from '#features/aimed.ts';
import css from './TargetFigure.module.css';

type Props = { aimed: Aimed; done: number | null; pace: Pace; asked?: number; brief?: boolean };

/** One target: how much of it is done, what should be there by today, and what is to be done each day that is left. */
export const TargetFigure = ({ aimed: { goal, value, row }, done, pace, asked = 0, brief = false }: Props) => {
  const { t } = useTranslation('targets');
  const words = useWords();
  const format = useFormat();
  const ratio = goal === ratioGoal;
  const number = (count: number) => (ratio ? format.percent(count / 100) : format.number(count));
  const what = words.measure(goal);
  const well = pace.state === 'met' || pace.state === 'onPace';
  const Icon = done === null ? CircleDashed : well ? CircleCheck : TrendingDown;
  const running = pace.state === 'behind' || pace.state === 'onPace';
  const needed = !ratio && running && pace.needed > 0 ? pace.needed : undefined;
  const percent = !ratio && pace.percent !== null && format.percent(shownRatio(pace.percent));
  return (
    <li className={css.target}>
      <div className={css.head}>
        <b>{what}</b>
        <span className={css.figures}>
          <b>{done === null ? '–' : number(done)}</b> / {number(value)}
          {percent && ` · ${percent}`}
        </span>
      </div>
      <Bar
        label={t(needed === undefined ? 'bar' : 'barNeeded', {
          what,
          done: number(done ?? 0),
          value: number(value),
          needed: format.number(needed ?? 0),
        })}
        value={done ?? 0}
        whole={value}
        well={well}
        {...(needed !== undefined && { mark: needed })}
      />
      <p className={well ? css.well : undefined}>
        <Icon aria-hidden size={20} />
        <span>
          <Stressed>{useSentence(goal, value, done, pace, { asked, brief })}</Stressed>
        </span>
      </p>
      {!brief && <ChangedTarget record={row.record} ratio={ratio} />}
    </li>
  );
};

/** How it stands, said in one sentence. */
const useSentence = (
  goal: Goal,
  value: number,
  done: number | null,
  pace: Pace,
  { asked, brief }: { asked: number; brief: boolean },
): string => {
  const { t } = useTranslation('targets');
  const words = useWords();
  const format = useFormat();
  if (goal === ratioGoal)
    return done === null
      ? t('askedNobody')
      : t(done >= value ? 'satisfied' : 'notSatisfied', {
          asked: format.number(asked),
          value: format.percent(value / 100),
        });
  const lacking = value - (done ?? 0);
  const said = {
    unit: words.unit(goal),
    short: format.number(pace.short),
    perDay: format.number(pace.perDay),
    over: format.number(pace.over),
    lacking: format.number(lacking),
    value: format.number(value),
  };
  if (pace.state === 'met') return t(pace.over > 0 ? (brief ? 'overBrief' : 'over') : 'reached', said);
  if (pace.state === 'missed') return t('missed', said);
  if (brief) return t(pace.state === 'behind' ? 'behindBrief' : 'onPaceBrief', said);
  if (pace.daysLeft === 1) return t('lastDay', said);
  return t(pace.state, said);
};
