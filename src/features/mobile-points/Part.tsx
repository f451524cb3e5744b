import { PencilLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useHands } from '#features/handbook.tsx';
import { RecordConflicts } from '#features/RecordConflicts.tsx';
import { RecordWhere, whereInAll } from '#features/RecordWhere.tsx';
import type { Situation } from '#features/situation.ts';
import { useWords } from '#features/words.ts';
import type { EditableRecord, FieldName, Json } from '#model/record.ts';
import { attendance, attendanceOf } from '#model/records/attendance.ts';
import { changesOf } from '#model/records/mobile-point.ts';
import type { RecordRow } from '#store/database.ts';
import { writeRecord } from '#store/write-record.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { useFormat } from '#ui/format.ts';
import css from './Part.module.css';

type Props = { row: RecordRow; point: EditableRecord; team: Situation['team'] };

/** What the team said of a mobile point: the number, where it is, and what a person has to look at again. */
export const Part = ({ row, point, team }: Props) => {
  const { t } = useTranslation('mobile-points');
  const { db, clock } = useHands();
  const f = useFormat();
  const say = useWords();
  const announce = useAnnounce();
  const { people, saidAt } = attendanceOf(row.record);
  const changedSince = people !== null && changesOf(point).some(({ at }) => at > saidAt);
  const where = whereInAll(row);
  const inWords = (field: FieldName, value: Json) =>
    field === 'people' ? t('persons', { number: f.number(Number(value)) }) : t(value === true ? 'ticked' : 'notTicked');
  const keep = async (field: FieldName, value: Json) => {
    const written = await writeRecord(db, clock, attendance, row.unit, { record: row.id, set: { [field]: value } });
    if (written.kind === 'refused') announce(written.faults.map(say.refusal).join(' '));
    else announce(written.kind === 'not-stored' ? t(written.why) : t('saved'));
  };
  return (
    <>
      {people !== null && (
        <p className={css.said}>
          <b>{t('teamSaid', { count: people })}</b>
          {where !== 'received' && <RecordWhere where={where} />}
        </p>
      )}
      {changedSince && (
        <p className={css.again}>
          <PencilLine aria-hidden size={16} />
          <span>{t('changedSince')}</span>
        </p>
      )}
      <RecordConflicts
        record={row.record}
        inWords={inWords}
        nameOf={(by) => team.find(({ id }) => id === by)?.name}
        keep={(field, value) => void keep(field, value)}
      />
    </>
  );
};
