import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useNow } from '#features/handbook.tsx';
import {
  reachOf,
  taskFields,
  troublesOf,
  type Assignment,
  type AssignmentTrouble,
} from '#features/plans/assignment.ts';
import { ForWhom } from '#features/plans/ForWhom.tsx';
import { GoalFields } from '#features/plans/GoalFields.tsx';
import { TemplateChoice } from '#features/plans/TemplateChoice.tsx';
import { useUnitsBelow } from '#features/plans/use-units-below.ts';
import { useWriting } from '#features/plans/use-writing.ts';
import type { Situation } from '#features/situation.ts';
import { dayInVietnam } from '#model/day.ts';
import { levelOfRole } from '#model/person.ts';
import { recurrences, taskDefinition, type Recurrence } from '#model/records/task.ts';
import { audienceOf } from '#model/task-audience.ts';
import { Button } from '#ui/Button.tsx';
import { Choices } from '#ui/Choices.tsx';
import { TextField } from '#ui/TextField.tsx';
import css from './AssignTask.module.css';

type Props = {
  me: Situation;
  /** Where the form is kept until the task is given. */
  draft: string;
  form: Assignment;
  change: (but: Partial<Assignment>) => void;
};

/** What is to be done, until when, how much of it, and by whom. */
export const AssignForm = ({ me, draft, form, change }: Props) => {
  const { t } = useTranslation(['plans', 'common']);
  const id = useId();
  const navigate = useNavigate();
  const today = dayInVietnam(useNow());
  const below = useUnitsBelow(me, today);
  const writing = useWriting(taskDefinition);
  const [troubles, setTroubles] = useState<AssignmentTrouble[]>([]);
  const home = me.person.unit;
  const ofProvince = levelOfRole[me.person.role] === 'province';
  const assign = async () => {
    const found = troublesOf(form);
    setTroubles(found);
    if (found.length > 0) return;
    const set = taskFields(form, today);
    const reach = reachOf(form, home, below);
    const said = reach === undefined ? t('assignedAll') : t('assigned', { count: reach });
    if (!(await writing.write([{ unit: home, set }], said, draft))) return;
    const part = audienceOf({ units: form.to === 'some' ? form.units : form.to }, home) === 'communes' ? 'xa' : 'thon';
    await navigate(`/viec?phan=${part}`);
  };
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void assign();
      }}
    >
      <TemplateChoice form={form} change={change} />
      <TextField
        label={t('taskTitle')}
        value={form.title}
        maxLength={120}
        onChange={(event) => change({ title: event.target.value })}
      />
      <div className={css.field}>
        <label htmlFor={`${id}-steps`} className={css.label}>
          {t('steps')}
        </label>
        <textarea
          id={`${id}-steps`}
          rows={4}
          value={form.steps}
          aria-describedby={`${id}-steps-hint`}
          onChange={(event) => change({ steps: event.target.value })}
        />
        <small id={`${id}-steps-hint`}>{t('stepsHint')}</small>
      </div>
      <Choices<Recurrence>
        legend={t('recurrence')}
        name={`${id}-recurrence`}
        options={recurrences.map((value) => ({ value, label: t(`recurrences.${value}`) }))}
        value={form.recurrence}
        onChange={(recurrence) => change({ recurrence })}
      />
      <TextField
        type="date"
        label={t('taskDeadline')}
        hint={t(form.recurrence === 'once' ? 'taskDeadlineOnce' : 'taskDeadlineRecurring')}
        error={troubles.includes('deadlineNeeded') && form.deadline === '' ? t('deadlineNeeded') : undefined}
        value={form.deadline}
        onChange={(event) => change({ deadline: event.target.value })}
      />
      <GoalFields me={me} form={form} change={change} wrong={troubles.includes('goalMalformed')} />
      <ForWhom ofProvince={ofProvince} units={below} form={form} change={change} />
      <div className={css.field}>
        <label htmlFor={`${id}-note`} className={css.label}>
          {t('taskNote')} <small>{t('common:optional')}</small>
        </label>
        <textarea
          id={`${id}-note`}
          rows={2}
          maxLength={280}
          value={form.note}
          onChange={(event) => change({ note: event.target.value })}
        />
      </div>
      <TextField
        label={t('assignedBy')}
        value={form.assignedBy}
        maxLength={60}
        onChange={(event) => change({ assignedBy: event.target.value })}
      />
      <div className={css.foot}>
        {writing.trouble && (
          <p role="alert" className={css.trouble}>
            {writing.trouble}
          </p>
        )}
        <Button look="primary" type="submit">
          {t('assignSave')}
        </Button>
      </div>
    </form>
  );
};
