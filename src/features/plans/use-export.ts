import { useTranslation } from 'react-i18next';
import { handOn } from '#features/send-file.ts';
import { useDeadlineWords } from '#features/plans/use-deadline-words.ts';
import { writeCsv } from '#model/csv.ts';
import type { Day } from '#model/day.ts';
import type { PeriodId } from '#model/period.ts';
import { stateOf } from '#model/plan-board.ts';
import type { PlanItem } from '#model/records/plan-item.ts';
import { useFormat } from '#ui/format.ts';

const columns = ['code', 'text', 'owner', 'coordinating', 'deadline'] as const;

/** The plan as it stands, as a file that a spreadsheet opens and that can be read in again. */
export const useExport = () => {
  const { t } = useTranslation('plans');
  const f = useFormat();
  const said = useDeadlineWords();
  return (items: readonly PlanItem[], period: PeriodId, today: Day) => {
    const rows = items.map((item) => [
      ...columns.map((column) => (column === 'deadline' ? said(item.deadline) : item[column])),
      t(`state.${stateOf(item, today)}`),
      item.notes.find((note) => note.period === period)?.text ?? '',
    ]);
    const heads = [
      ...columns.map((column) => t(`fileColumn.${column}`)),
      t('column.state'),
      t('column.note', { month: f.month(period) }),
    ];
    const file = new File([writeCsv([heads, ...rows])], t('exportName', { day: today }), { type: 'text/csv' });
    return handOn(file, t('export'));
  };
};
