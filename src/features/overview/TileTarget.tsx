import { useTranslation } from 'react-i18next';
import { dayInVietnam } from '#model/day.ts';
import { paceOf } from '#model/pace.ts';
import type { PeriodSpan } from '#model/period.ts';
import { Bar } from '#ui/Bar.tsx';
import { useFormat } from '#ui/format.ts';
import css from './TileTarget.module.css';

type Props = { goal: number; done: number; span: PeriodSpan; now: number };

/** How far a unit is towards its target of the period, with a tick where even work would be today. */
export const TileTarget = ({ goal, done, span, now }: Props) => {
  const { t } = useTranslation('dashboard');
  const f = useFormat();
  const pace = paceOf(done, goal, span, dayInVietnam(now));
  const running = pace.state === 'onPace' || pace.state === 'behind';
  const words = t(`target.${pace.state}`, { short: f.number(pace.short) });
  return (
    <span className={css.target}>
      <span className={css.words}>
        {t('target.of', { goal: f.number(goal) })}
        {pace.percent !== null && ` · ${f.number(pace.percent)}%`} · {words}
      </span>
      <span aria-hidden>
        <Bar label="" value={done} whole={goal} {...(running && { mark: pace.needed })} well={pace.state === 'met'} />
      </span>
    </span>
  );
};
