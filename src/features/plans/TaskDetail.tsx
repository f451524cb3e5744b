import { CalendarClock, CircleX, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CancelTask } from '#features/plans/CancelTask.tsx';
import { Conflicts } from '#features/plans/Conflicts.tsx';
import { ExtendTask } from '#features/plans/ExtendTask.tsx';
import { OwnAnswer } from '#features/plans/OwnAnswer.tsx';
import { UnitAnswers } from '#features/plans/UnitAnswers.tsx';
import type { KnownTasks, TaskRow } from '#features/plans/use-tasks.ts';
import { useTaskWords } from '#features/plans/use-task-words.ts';
import { useWriting } from '#features/plans/use-writing.ts';
import { WhereRecord } from '#features/plans/WhereRecord.tsx';
import type { Situation } from '#features/situation.ts';
import { useWords } from '#features/words.ts';
import type { Day } from '#model/day.ts';
import { levelOfRole } from '#model/person.ts';
import { taskDefinition } from '#model/records/task.ts';
import type { FieldName, Json } from '#model/record.ts';
import { roundOn } from '#model/task-answers.ts';
import type { Audience } from '#model/task-audience.ts';
import { useFormat } from '#ui/format.ts';
import css from './TaskDetail.module.css';

type Props = { me: Situation; level: Audience; known: KnownTasks; shown: TaskRow; today: Day };

/** One given task: what it asks, and what each unit answered; or, for the unit it was given to, its own answer. */
export const TaskDetail = ({ me, level, known, shown, today }: Props) => {
  const { t } = useTranslation('plans');
  const f = useFormat();
  const words = useWords();
  const said = useTaskWords();
  const writing = useWriting(taskDefinition);
  const [asked, setAsked] = useState<'extend' | 'cancel'>();
  const { id, task, row } = shown;
  const round = roundOn(task, today, me.settings.periodKind);
  const mine = row.unit === me.person.unit;
  const ofProvince = levelOfRole[me.person.role] === 'province';
  const own = level === 'communes' && !ofProvince;
  const write = (set: Record<FieldName, Json>, words_: string) =>
    writing.write([{ unit: row.unit, record: id, base: row.record, set }], words_);
  const close = () => setAsked(undefined);
  return (
    <article className={css.detail} aria-labelledby="viec-dang-xem">
      <p className={css.quiet}>
        {[task.assignedBy && t('givenBy', { who: task.assignedBy }), said.deadline(task), said.round(task, round)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <h2 id="viec-dang-xem" lang="vi">
        {task.title}
      </h2>
      {task.cancelled && <p className={css.cancelled}>{t('cancelled')}</p>}
      {task.steps.length > 0 && !own && (
        <ol className={css.steps} lang="vi">
          {task.steps.map((step, i) => (
            <li key={`${i} ${step}`}>{step}</li>
          ))}
        </ol>
      )}
      {Object.entries(task.goals).map(([measure, count]) => (
        <p key={measure} className={css.quiet}>
          {t('goalSaid', { count: f.number(count), counted: words.counted(measure, count) })}
        </p>
      ))}
      {task.note !== '' && (
        <p className={css.note} lang="vi">
          {task.note}
        </p>
      )}
      <WhereRecord row={row} />
      <Conflicts
        me={me}
        record={row.record}
        words={(field, value) => {
          if (field === 'deadline') return value ? f.dayLong(String(value)) : t('noDeadline');
          if (field === 'cancelled') return t(value ? 'cancelled' : 'notCancelled');
          return [value].flat().join(', ');
        }}
        {...(mine && { onKeep: (field, value) => void write({ [field]: value }, t('saved')) })}
      />
      {own && !task.cancelled && <OwnAnswer me={me} known={known} shown={shown} round={round} today={today} />}
      {!own && !task.cancelled && <UnitAnswers me={me} level={level} known={known} shown={shown} today={today} />}
      {mine && task.cancelled && (
        <p className={css.ways}>
          <button type="button" onClick={() => void write({ cancelled: false }, t('taskRestored'))}>
            <Undo2 aria-hidden size={18} />
            {t('restoreTask')}
          </button>
        </p>
      )}
      {mine && !task.cancelled && (
        <p className={css.ways}>
          <button type="button" onClick={() => setAsked('extend')}>
            <CalendarClock aria-hidden size={18} />
            {t('extend')}
          </button>
          <button type="button" className={css.danger} onClick={() => setAsked('cancel')}>
            <CircleX aria-hidden size={18} />
            {t('cancelTask')}
          </button>
        </p>
      )}
      {asked === 'extend' && (
        <ExtendTask
          task={task}
          trouble={writing.trouble}
          onSave={(deadline) => write({ deadline }, t('saved'))}
          onClose={close}
        />
      )}
      {asked === 'cancel' && (
        <CancelTask
          task={task}
          trouble={writing.trouble}
          onCancel={() => write({ cancelled: true }, t('taskCancelled'))}
          onClose={close}
        />
      )}
    </article>
  );
};
