import { Pencil, Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Conflicts } from '#features/plans/Conflicts.tsx';
import { EditItem } from '#features/plans/EditItem.tsx';
import { GivenAfter } from '#features/plans/GivenAfter.tsx';
import { MonthNote } from '#features/plans/MonthNote.tsx';
import { Stages } from '#features/plans/Stages.tsx';
import { StateMark } from '#features/plans/StateMark.tsx';
import { StatusChoice } from '#features/plans/StatusChoice.tsx';
import { useDeadlineWords } from '#features/plans/use-deadline-words.ts';
import type { PlanRow } from '#features/plans/use-plan.ts';
import { useWriting } from '#features/plans/use-writing.ts';
import { WhereRecord } from '#features/plans/WhereRecord.tsx';
import type { Situation } from '#features/situation.ts';
import type { Day } from '#model/day.ts';
import { everyBody, leadingBody } from '#model/body.ts';
import type { PeriodId } from '#model/period.ts';
import { stateOf } from '#model/plan-board.ts';
import { noteField, planItemDefinition, type PlanStatus } from '#model/records/plan-item.ts';
import type { EditableRecord, FieldName, Json } from '#model/record.ts';
import { useFormat } from '#ui/format.ts';
import css from './PlanDetail.module.css';

type Props = { me: Situation; plan: PlanRow; period: PeriodId; today: Day };

/** One task of the plan: whose it is, until when, how it stands, and what is said of it month by month. */
export const PlanDetail = ({ me, plan: { item, row }, period, today }: Props) => {
  const { t } = useTranslation('plans');
  const f = useFormat();
  const said = useDeadlineWords();
  const writing = useWriting(planItemDefinition);
  // The record as it was when somebody began to edit it: what came since was not seen, and is not replaced (rule M2).
  const [editing, setEditing] = useState<EditableRecord>();
  const mine = row.unit === me.person.unit;
  const write = (set: Record<FieldName, Json>, words: string, base = row.record, draft?: string) =>
    writing.write([{ unit: row.unit, record: row.id, base, set }], words, draft);
  const words = (field: FieldName, value: Json): string => {
    if (field === 'status') return t(`state.${value as PlanStatus}`);
    return field === 'deadline' ? said(String(value)) : String(value);
  };
  const lead = item.planned?.lead;
  const everyone = leadingBody(item.owner) === everyBody;
  return (
    <article className={css.detail} aria-labelledby="viec-dang-xem">
      <header className={css.head}>
        <p className={css.quiet}>
          {t('taskCode', { code: item.code })} · {t('ledBy', { owner: item.owner })}
        </p>
        <StateMark state={stateOf(item, today)} />
      </header>
      {item.under && (
        <p className={css.quiet} lang="vi">
          {t('partOf')}: {item.under}
        </p>
      )}
      <h2 id="viec-dang-xem" lang="vi">
        {item.text}
      </h2>
      {item.stages.length > 0 && <Stages item={item} today={today} />}
      <dl className={css.facts}>
        <div>
          <dt>{t('deadline')}</dt>
          <dd>
            {said(item.deadline)}
            {item.planned && item.planned.deadline !== item.deadline && (
              <small lang="vi"> {t('deadlineSaid', { words: item.planned.deadlineText })}</small>
            )}
          </dd>
        </div>
        {item.coordinating && (
          <div>
            <dt>{t('helpedBy')}</dt>
            <dd lang="vi">{item.coordinating}</dd>
          </div>
        )}
        {lead && lead !== item.owner && !everyone && (
          <div>
            <dt>{t('owner')}</dt>
            <dd lang="vi">
              {item.owner} <small>{t('before2025', { lead })}</small>
            </dd>
          </div>
        )}
      </dl>
      <WhereRecord row={row} />
      <Conflicts
        me={me}
        record={row.record}
        words={words}
        {...(mine && { onKeep: (field, value) => void write({ [field]: value }, t('saved')) })}
      />
      {mine && (
        <StatusChoice
          value={item.status}
          onChange={(status) => void write({ status }, t('statusSaved', { state: t(`state.${status}`) }))}
        />
      )}
      <MonthNote
        key={`${item.id} ${period}`}
        me={me}
        form={`${item.id} ${noteField(period)}`}
        period={period}
        note={item.notes.find((note) => note.period === period)}
        record={row.record}
        trouble={writing.trouble}
        {...(mine && {
          onSave: (text: string, form: string, base: EditableRecord) =>
            write({ [noteField(period)]: text }, t('noteSaved'), base, form),
        })}
      />
      {item.notes.some((note) => note.period !== period) && (
        <section className={css.earlier}>
          <h3>{t('earlierNotes')}</h3>
          <ul>
            {item.notes
              .filter((note) => note.period !== period)
              .map((note) => (
                <li key={note.period}>
                  <b>
                    {f.month(note.period)}/{note.period.slice(0, 4)}
                  </b>{' '}
                  <span lang="vi">{note.text}</span>
                </li>
              ))}
          </ul>
        </section>
      )}
      <GivenAfter me={me} item={item} level="communes" today={today} />
      <GivenAfter me={me} item={item} level="villages" today={today} />
      {mine && (
        <p className={css.ways}>
          <button type="button" onClick={() => setEditing(row.record)}>
            <Pencil aria-hidden size={18} />
            {t('edit')}
          </button>
          <Link to={`/viec/giao?theo=${item.key}`}>
            <Send aria-hidden size={18} />
            {t('assignThis')}
          </Link>
        </p>
      )}
      {editing && (
        <EditItem
          item={item}
          trouble={writing.trouble}
          onSave={(set) => write(set, t('saved'), editing)}
          onClose={() => setEditing(undefined)}
        />
      )}
    </article>
  );
};
