import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlanRow } from '#features/plans/PlanRow.tsx';
import { everyBody } from '#model/body.ts';
import type { Day } from '#model/day.ts';
import type { PeriodId } from '#model/period.ts';
import type { BoardGroup } from '#model/plan-board.ts';
import css from './PlanBoard.module.css';

type Props = {
  group: BoardGroup;
  shown: string | undefined;
  addressOf: (key: string) => string;
  period: PeriodId;
  today: Day;
};

/** The tasks of one leading body; its heading folds them away. */
export const PlanGroup = ({ group, shown, addressOf, period, today }: Props) => {
  const { t } = useTranslation('plans');
  const [open, setOpen] = useState(true);
  const id = useId();
  const { body, items, counts } = group;
  return (
    <section className={css.group}>
      <h3>
        <button type="button" aria-expanded={open} aria-controls={open ? id : undefined} onClick={() => setOpen(!open)}>
          <ChevronDown aria-hidden size={18} className={open ? undefined : css.folded} />
          <span lang={body === everyBody ? undefined : 'vi'}>{body === everyBody ? t('everyone') : body}</span>{' '}
          <small>
            {t('planTasks', { count: items.length })}
            {counts.done > 0 && ` · ${t('groupDone', { count: counts.done })}`}
            {counts.late > 0 && (
              <>
                {' · '}
                <b className={css.late}>{t('groupLate', { count: counts.late })}</b>
              </>
            )}
          </small>
        </button>
      </h3>
      {open && (
        <ul id={id}>
          {items.map((item) => (
            <PlanRow
              key={item.id}
              item={item}
              to={addressOf(item.key)}
              shown={shown === item.key}
              period={period}
              today={today}
            />
          ))}
        </ul>
      )}
    </section>
  );
};
