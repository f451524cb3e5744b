import { useTranslation } from 'react-i18next';
import { presentBodies } from '#model/body.ts';
import type { PlannedTask } from '#model/plan-library.ts';
import css from './PlanLibrary.module.css';

type Props = { task: PlannedTask; onBoard: boolean; chosen: boolean; onChange: (on: boolean) => void };

/** A task as its plan words it, with whoever leads it now where that is somebody else. */
export const LibraryTask = ({ task, onBoard, chosen, onChange }: Props) => {
  const { t } = useTranslation('plans');
  const now = presentBodies(task.lead);
  return (
    <div className={css.task}>
      <input
        type="checkbox"
        id={task.key}
        aria-describedby={`${task.key}-who`}
        checked={chosen || onBoard}
        disabled={onBoard}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={task.key} lang="vi">
        <b>{task.code}</b> {task.text}
      </label>
      <small id={`${task.key}-who`}>
        <span lang="vi">
          {task.lead}
          {now !== task.lead && ` (${t('now', { owner: now })})`} · {task.deadlineText}
        </span>
        {onBoard && ` · ${t('alreadyIn')}`}
      </small>
    </div>
  );
};
