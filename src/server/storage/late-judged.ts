import type { Selectable } from 'kysely';
import { dayInVietnam } from '#model/day.ts';
import type { OutreachEntry } from '#model/entry.ts';
import { recordId, type OperationName, type RecordId } from '#model/operation.ts';
import type { PeriodId, PeriodKind } from '#model/period.ts';
import { maySaveEntries, type Person, type PersonId } from '#model/person.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import type { ProvinceDatabase } from '../province.ts';
import { closuresOf } from './closures.ts';
import { readEntry } from './entry-row.ts';
import { changedEntry, judge } from './judge.ts';
import type { Late } from './late-operations.ts';
import { readOperation } from './operation-row.ts';
import { personOf } from './people.ts';
import { rowsNamed } from './replaced.ts';
import type { OperationTable } from './schema.ts';

type Row = Selectable<OperationTable>;

/** What an entry was and what it became, by which operation. */
export type Change = { row: Row; before: OutreachEntry | undefined; after: OutreachEntry };

export type Judged = Late & {
  /** In order; empty where a rule is in the way. */
  changes: Change[];
  /** The code of that rule. */
  hindrance: string | null;
};

/**
 * Judges late operations one after another as if the period were open and all else as it is (rule S3), each finding what the
 * ones before it changed. What breaks another rule changes nothing and says which. Writes nothing.
 */
export const judgeLate = async (
  tx: ProvinceDatabase,
  late: readonly Late[],
  { commune, period, kind }: { commune: UnitId; period: PeriodId; kind: PeriodKind },
): Promise<Judged[]> => {
  const rows = late.flatMap((one) => one.rows);
  const entries = await entriesSpokenOf(tx, rows);
  const people = await peopleOf(tx, rows);
  const units = await unitsOf(tx, rows);
  const revisions = await rowsNamed(tx, [...entries.values()].flatMap(revisionsOf));
  const closed = (await closuresOf(tx, commune)).map((closure) => closure.period).filter((one) => one !== period);

  const judged = (row: Row) => {
    const [person, unit] = [people.get(row.person_id), units.get(row.unit_id)];
    if (!person || !unit) return undefined;
    return judge(readOperation(row), entries, atTheTime(person, row.unit_id), {
      today: dayInVietnam(Number(row.received_at) * 1000),
      unit,
      periodKind: kind,
      closedPeriods: closed,
    });
  };

  return late.map((one): Judged => {
    const changes: Change[] = [];
    const spokenOf = entries.get(changedEntry(readOperation(one.row)) ?? '');
    if (spokenOf && isOutOfDate(one.row, spokenOf, revisions)) return { ...one, changes, hindrance: 'corrected-since' };
    for (const row of one.rows) {
      const verdict = judged(row);
      if (verdict?.kind === 'accepted') {
        entries.set(verdict.after.id, verdict.after);
        changes.push({ row, before: verdict.before, after: verdict.after });
      } else if (row === one.row) return { ...one, changes: [], hindrance: verdict?.code ?? 'role-may-not-save' };
    }
    return { ...one, changes, hindrance: null };
  });
};

const revisionsOf = ({ revisions }: OutreachEntry): OperationName[] =>
  revisions.map(({ device, seq }) => recordId(device, seq));

/** Whether the entry was corrected after this was written or came: what is late must not undo what came after it. */
const isOutOfDate = (late: Row, entry: OutreachEntry, accepted: ReadonlyMap<OperationName, Row>): boolean =>
  entry.revisions.some(({ device, seq }) => {
    if (device === late.device) return seq > late.seq;
    const row = accepted.get(recordId(device, seq));
    return row !== undefined && Number(row.received_at) > Number(late.received_at);
  });

/** Whoever wrote it did so for that village; where they work today, and as what, changes nothing in it. */
const atTheTime = (person: Person, unit: UnitId): Person => ({
  ...person,
  unit,
  role: maySaveEntries(person.role) ? person.role : 'villageMember',
});

const inParts = <T>(all: Iterable<T>): T[][] => {
  const list = [...new Set(all)];
  return Array.from({ length: Math.ceil(list.length / 500) }, (_, i) => list.slice(i * 500, i * 500 + 500));
};

const entriesSpokenOf = async (tx: ProvinceDatabase, rows: readonly Row[]) => {
  const entries = new Map<RecordId, OutreachEntry>();
  for (const ids of inParts(rows.flatMap((row) => changedEntry(readOperation(row)) ?? []))) {
    const found = await tx.selectFrom('entry').select('entry').where('id', 'in', ids).execute();
    for (const entry of found.map(readEntry)) entries.set(entry.id, entry);
  }
  return entries;
};

const peopleOf = async (tx: ProvinceDatabase, rows: readonly Row[]) => {
  const people = new Map<PersonId, Person>();
  for (const ids of inParts(rows.map(({ person_id }) => person_id))) {
    const found = await tx.selectFrom('person').selectAll().where('id', 'in', ids).execute();
    for (const row of found) people.set(row.id, personOf(row));
  }
  return people;
};

const unitsOf = async (tx: ProvinceDatabase, rows: readonly Row[]) => {
  const units = new Map<UnitId, Pick<Unit, 'validFrom' | 'validTo'>>();
  for (const ids of inParts(rows.map(({ unit_id }) => unit_id))) {
    const found = await tx.selectFrom('unit').select(['id', 'valid_from', 'valid_to']).where('id', 'in', ids).execute();
    for (const row of found) units.set(row.id, { validFrom: row.valid_from, validTo: row.valid_to });
  }
  return units;
};
