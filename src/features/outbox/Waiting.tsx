import { ClipboardPen, NotebookPen, Pencil, Undo2, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useHands } from '#features/handbook.tsx';
import { dayInVietnam } from '#model/day.ts';
import type { OwnOperationRow } from '#store/database.ts';
import { useFormat } from '#ui/format.ts';
import { StateTag } from '#ui/StateTag.tsx';
import { useOperationName } from './operation-name.ts';
import css from './Outbox.module.css';

const icons: Record<string, LucideIcon> = {
  'entry.correct': Pencil,
  'entry.withdraw': Undo2,
  'record.write': ClipboardPen,
};

/** One operation that the province has not received yet. */
export const Waiting = ({ row }: { row: OwnOperationRow }) => {
  const { t } = useTranslation(['outbox', 'states']);
  const format = useFormat();
  const { clock } = useHands();
  const { name } = useOperationName(row);
  const Icon = icons[row.operation.kind] ?? NotebookPen;
  const at = row.operation.at * 1000;
  const day = dayInVietnam(at);
  const time = format.time(at);
  return (
    <li className={css.waiting}>
      <Icon aria-hidden size={20} />
      <span className={css.words}>
        <b>{name}</b>
        <small>
          {day === dayInVietnam(clock.now()) ? t('todayAt', { time }) : t('dayAt', { day: format.heading(day), time })}
        </small>
      </span>
      <StateTag state="onPhone">{t('states:onPhone')}</StateTag>
    </li>
  );
};
