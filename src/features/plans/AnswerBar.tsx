import type { UnitState } from '#model/task-answers.ts';
import css from './AnswerBar.module.css';

const order: readonly UnitState[] = ['done', 'started', 'notDone', 'late', 'open'];

/** How many units stand where, as lengths; the same stands in words beside it. */
export const AnswerBar = ({ counts }: { counts: Record<UnitState, number> }) => (
  <div aria-hidden className={css.bar}>
    {order
      .filter((state) => counts[state] > 0)
      .map((state) => (
        <i key={state} className={css[state]} style={{ flexGrow: counts[state] }} />
      ))}
  </div>
);
