import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Assignment } from '#features/plans/assignment.ts';
import type { Situation } from '#features/situation.ts';
import { useWords } from '#features/words.ts';
import { measures } from '#model/indicator.ts';
import { TextField } from '#ui/TextField.tsx';
import css from './AssignTask.module.css';

type Props = { me: Situation; form: Assignment; change: (but: Partial<Assignment>) => void; wrong: boolean };

/** What is to be logged and how much of it, so that progress follows from the team's entries by itself. */
export const GoalFields = ({ me, form, change, wrong }: Props) => {
  const { t } = useTranslation('plans');
  const words = useWords();
  const id = useId();
  const offered = measures.filter((measure) => !me.settings.measuresOff.includes(measure) || measure === form.measure);
  return (
    <div className={css.goal}>
      <div className={css.field}>
        <label htmlFor={id} className={css.label}>
          {t('goal')}
        </label>
        <select
          id={id}
          value={form.measure ?? ''}
          aria-describedby={`${id}-hint`}
          onChange={(event) => change({ measure: event.target.value || null })}
        >
          <option value="">{t('goalNone')}</option>
          {offered.map((measure) => (
            <option key={measure} value={measure}>
              {words.measure(measure)}
            </option>
          ))}
        </select>
        <small id={`${id}-hint`}>{t('goalHint')}</small>
      </div>
      {form.measure !== null && (
        <TextField
          label={t('goalCount')}
          inputMode="numeric"
          value={form.count}
          error={wrong ? t('goalMalformed') : undefined}
          onChange={(event) => change({ count: event.target.value })}
        />
      )}
    </div>
  );
};
