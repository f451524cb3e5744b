import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterBox } from '#features/FilterBox.tsx';
import { PlanGroup } from '#features/plans/PlanGroup.tsx';
import { withoutMarks } from '#features/without-marks.ts';
import type { Day } from '#model/day.ts';
import type { PeriodId } from '#model/period.ts';
import { boardOf, planStates } from '#model/plan-board.ts';
import { isLate, type PlanItem } from '#model/records/plan-item.ts';
import { useFormat } from '#ui/format.ts';
import css from './PlanBoard.module.css';

type Props = {
  items: readonly PlanItem[];
  shown: string | undefined;
  addressOf: (key: string) => string;
  period: PeriodId;
  today: Day;
};

/** The province's plan by leading body, with what is late counted and first. */
export const PlanBoard = ({ items, shown, addressOf, period, today }: Props) => {
  const { t } = useTranslation('plans');
  const f = useFormat();
  const [wanted, setWanted] = useState('');
  const [onlyLate, setOnlyLate] = useState(false);
  const all = boardOf(items, today);
  const sought = withoutMarks(wanted);
  const found = items.filter(
    (item) =>
      (!onlyLate || isLate(item, today)) &&
      withoutMarks(`${item.code} ${item.text} ${item.owner} ${item.coordinating}`).includes(sought),
  );
  return (
    <div className={css.board}>
      <div className={css.over}>
        <p className={css.sums}>
          {planStates
            .filter((state) => all.counts[state] > 0)
            .map((state) => (
              <span key={state} className={state === 'late' ? css.late : undefined}>
                <b>{f.number(all.counts[state])}</b> {t(`sum.${state}`)}
              </span>
            ))}
        </p>
        <div className={css.tools}>
          <FilterBox label={t('filter')} value={wanted} found={found.length} onChange={setWanted} />
          {all.counts.late > 0 && (
            <button
              type="button"
              className={css.chip}
              aria-pressed={onlyLate}
              onClick={() => setOnlyLate((before) => !before)}
            >
              {t('onlyLate')}
            </button>
          )}
        </div>
      </div>
      <div aria-hidden className={css.heads}>
        <span>{t('column.code')}</span>
        <span>{t('column.text')}</span>
        <span className={css.deadline}>{t('column.deadline')}</span>
        <span>{t('column.state')}</span>
        <span>{t('column.note', { month: f.month(period) })}</span>
      </div>
      {found.length === 0 && <p className={css.none}>{t('filterNone')}</p>}
      {boardOf(found, today).groups.map((group) => (
        <PlanGroup key={group.body} group={group} shown={shown} addressOf={addressOf} period={period} today={today} />
      ))}
    </div>
  );
};
