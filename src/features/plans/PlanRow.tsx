import { GitCompareArrows } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StateMark } from '#features/plans/StateMark.tsx';
import { useDeadlineWords } from '#features/plans/use-deadline-words.ts';
import type { Day } from '#model/day.ts';
import { ongoing } from '#model/deadline.ts';
import type { PeriodId } from '#model/period.ts';
import { stateOf } from '#model/plan-board.ts';
import type { PlanItem } from '#model/records/plan-item.ts';
import { useFormat } from '#ui/format.ts';
import css from './PlanBoard.module.css';

type Props = { item: PlanItem; to: string; shown: boolean; period: PeriodId; today: Day };

/** One task on the board: its number, its words cut to two lines, until when, how it stands, the month's note. */
export const PlanRow = ({ item, to, shown, period, today }: Props) => {
  const { t } = useTranslation('plans');
  const f = useFormat();
  const said = useDeadlineWords();
  const note = item.notes.find((one) => one.period === period);
  return (
    <li>
      <Link to={to} className={css.row} aria-current={shown ? 'true' : undefined}>
        <span className={css.code}>{item.code}</span>
        <span className={css.text} lang="vi">
          {item.text}
        </span>
        <span className={css.deadline}>
          <span className={css.head}>{t('column.deadline')} </span>
          {item.deadline === ongoing ? <span aria-label={t('ongoing')}>–</span> : said(item.deadline)}
        </span>
        <span className={css.state}>
          <StateMark state={stateOf(item, today)} />
          {item.disputed && (
            <span className={css.disputed}>
              <GitCompareArrows aria-hidden size={16} />
              {t('disputed')}
            </span>
          )}
        </span>
        <span className={css.note} lang="vi">
          {note && <span className="visually-hidden">{t('monthNote', { month: f.month(period) })}: </span>}
          {note?.text}
        </span>
      </Link>
    </li>
  );
};
