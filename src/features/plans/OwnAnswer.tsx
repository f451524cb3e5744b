import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Conflicts } from '#features/plans/Conflicts.tsx';
import { useKeptText } from '#features/plans/use-kept-text.ts';
import type { KnownTasks, TaskRow } from '#features/plans/use-tasks.ts';
import { useWriting } from '#features/plans/use-writing.ts';
import { WhereRecord } from '#features/plans/WhereRecord.tsx';
import type { Situation } from '#features/situation.ts';
import { useUnitWords } from '#features/unit-words.ts';
import type { Day } from '#model/day.ts';
import { noteLimit } from '#model/entry-rules.ts';
import {
  progressDefinition,
  progressId,
  progressOf,
  reasonsNotDone,
  stepField,
  type Answer,
  type ReasonNotDone,
  type Round,
} from '#model/records/progress.ts';
import type { FieldName, Json } from '#model/record.ts';
import { Button } from '#ui/Button.tsx';
import { Choices } from '#ui/Choices.tsx';
import css from './OwnAnswer.module.css';

type Props = { me: Situation; known: KnownTasks; shown: TaskRow; round: Round; today: Day };

const answers = ['done', 'open', 'notDone'] as const;

/** A commune's answer to the province: its steps, whether it is done, and if it cannot be, why. */
export const OwnAnswer = ({ me, known, shown: { id, task }, round }: Props) => {
  const { t } = useTranslation('plans');
  const units = useUnitWords();
  const unit = me.units.find((one) => one.id === me.person.unit);
  const record = progressId(id, me.person.unit, round);
  const row = known.progressRows.get(record);
  const stands = progressOf(row?.record);
  const writing = useWriting(progressDefinition);
  // What nobody touched here is shown as it stands, and is not written.
  const [touched, setTouched] = useState<{ answer?: Answer; reason?: ReasonNotDone }>({});
  const chosen = touched.answer ?? stands.answer;
  const reason = touched.reason ?? stands.reason ?? undefined;
  const [missing, setMissing] = useState(false);
  const note = useKeptText(record, stands.note);
  const write = (set: Record<FieldName, Json>, draft?: string) =>
    writing.write([{ unit: me.person.unit, record, set }], t('saved'), draft);
  const save = async () => {
    const lacking = chosen === 'notDone' && reason === undefined;
    setMissing(lacking);
    if (lacking) return;
    const wanted: Record<FieldName, Json> = {
      done: chosen === 'done',
      reason: chosen === 'notDone' ? (reason ?? null) : null,
      note: note.text.trim(),
    };
    const was: Record<FieldName, Json> = { done: stands.answer === 'done', reason: stands.reason, note: stands.note };
    const set = Object.fromEntries(Object.entries(wanted).filter(([field, value]) => value !== was[field]));
    if (Object.keys(set).length === 0 || !(await write(set, record))) return;
    setTouched({});
    note.saved();
  };
  return (
    <section className={css.answer} aria-label={unit && t('answerTitle', { unit: units.said(unit) })}>
      <h3>{unit && t('answerTitle', { unit: units.said(unit) })}</h3>
      {row && <WhereRecord row={row} />}
      {row && (
        <Conflicts
          me={me}
          record={row.record}
          words={(field, value) => {
            if (field === 'reason') return value === null ? t('answerNoReason') : t(`reason.${value as ReasonNotDone}`);
            if (typeof value === 'boolean') return t(value ? 'answerDone' : 'answerOpen');
            return String(value) || t('answerNoNote');
          }}
          onKeep={(field, value) => void write({ [field]: value })}
        />
      )}
      {task.steps.length > 0 && (
        <ul className={css.steps}>
          {task.steps.map((step, place) => (
            <li key={`${place} ${step}`}>
              <label>
                <input
                  type="checkbox"
                  checked={stands.stepsDone.includes(place)}
                  onChange={(event) => void write({ [stepField(place)]: event.target.checked })}
                />
                <span lang="vi">{step}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
      <Choices
        legend={t('status')}
        name={record}
        options={answers.map((value) => ({
          value,
          label: t(value === 'done' ? 'answerDone' : value === 'open' ? 'answerOpen' : 'answerNotDone'),
        }))}
        value={chosen}
        onChange={(answer) => setTouched((before) => ({ ...before, answer }))}
      />
      {chosen === 'notDone' && (
        <Choices
          legend={t('answerWhy')}
          name={`${record} why`}
          options={reasonsNotDone.map((value) => ({ value, label: t(`reason.${value}`) }))}
          value={reason}
          onChange={(why) => setTouched((before) => ({ ...before, reason: why }))}
        />
      )}
      <label className={css.note}>
        <b>{t('answerNote')}</b>
        <textarea
          rows={2}
          maxLength={noteLimit}
          value={note.text}
          onChange={(event) => note.change(event.target.value)}
        />
      </label>
      {(missing || writing.trouble) && (
        <p role="alert" className={css.trouble}>
          {missing ? t('answerWhyMissing') : writing.trouble}
        </p>
      )}
      <Button look="strong" onClick={() => void save()}>
        {t('answerSave')}
      </Button>
    </section>
  );
};
