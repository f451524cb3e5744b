import { useTranslation } from 'react-i18next';
import type { Situation } from '#features/situation.ts';
import type { Day } from '#model/day.ts';
import { planOf } from '#model/plan-target.ts';
import { isPlanGoal, targetIsPast, targetParts, targetValue, type Goal } from '#model/records/target.ts';
import type { RecordRow } from '#store/database.ts';
import { Card } from '#ui/Card.tsx';
import { useFormat } from '#ui/format.ts';
import { shownRatio } from '#features/aimed.ts';
import { newestFigure, type Official } from './official.ts';
import { usePlanTarget } from './use-plan-target.ts';
import css from './PlanShares.module.css';

type Props = { situation: Situation; targets: readonly RecordRow[]; figures: readonly RecordRow[]; today: Day };

/** The unit's own share of what a plan wants in years, held against the official figures and not against the team's sum. */
export const PlanShares = ({ situation, targets, figures, today }: Props) => {
  const { t } = useTranslation('targets');
  const unit = situation.person.unit;
  const about = {
    today,
    kind: situation.settings.periodKind,
    closed: situation.closed.map(({ period }) => period),
  };
  const shares = targets.flatMap(({ id, record }) => {
    const parts = targetParts(id);
    const value = targetValue(record);
    const mine = parts.unit === unit && isPlanGoal(parts.goal) && !targetIsPast(parts.period, about);
    return mine && value !== undefined ? [{ ...parts, value }] : [];
  });
  if (shares.length === 0) return null;
  return (
    <section aria-labelledby="plan-shares">
      <h2 id="plan-shares" className={css.heading}>
        {t('planShares')}
      </h2>
      <Card as="ul">
        {shares.map(({ goal, period, value }) => (
          <Share
            key={goal + period}
            goal={goal}
            period={period}
            value={value}
            own={newestFigure(figures, goal, unit)}
            accounts={newestFigure(figures, 'TK_MUC2', unit)}
          />
        ))}
      </Card>
    </section>
  );
};

type ShareProps = {
  goal: Goal;
  period: string;
  value: number;
  own: Official | undefined;
  accounts: Official | undefined;
};

const Share = ({ goal, period, value, own, accounts }: ShareProps) => {
  const { t } = useTranslation('targets');
  const format = useFormat();
  const planned = usePlanTarget(goal);
  const plan = planOf(goal);
  const unit = planned?.metrics[0]?.unit ?? 'percent';
  const official = own ?? (unit === 'accounts' ? accounts : undefined);
  const amount = t(`amount.${unit}`, { value: format.number(value) });
  return (
    <li className={css.share}>
      <b>{t('byYear', { amount, year: period.split('-').pop() || period.slice(0, 4) })}</b>
      {planned && (
        <p className={css.text} lang="vi">
          {planned.text}
        </p>
      )}
      <p className={css.quiet}>
        {official
          ? t('planOfficial', {
              amount: t(`amount.${unit}`, { value: format.number(official.count) }),
              day: format.dayLong(official.asOf),
              percent:
                value > 0 && unit !== 'percent'
                  ? ` (${format.percent(shownRatio((100 * official.count) / value))})`
                  : '',
            })
          : t('planOfficialNone')}
        {plan && ` · ${t(`plan.${plan}`)} ${planned?.code ?? ''}`}
      </p>
    </li>
  );
};
