import { dayInVietnam } from '#model/day.ts';
import { refuses } from '#model/entry-rules.ts';
import type { Fault } from '#model/fault.ts';
import type { RecordId, Seq } from '#model/operation.ts';
import {
  recordOf,
  writeOver,
  type EditableRecord,
  type FieldName,
  type Json,
  type RecordOperation,
} from '#model/record.ts';
import type { RecordDefinition } from '#model/record-definition.ts';
import { examineWrite } from '#model/record-examination.ts';
import type { UnitId, UnitLevel } from '#model/unit.ts';
import type { Situation } from '#protocol/situation.ts';
import type { Handbook, RecordRow, SessionRow } from '#store/database.ts';
import { afterWrite, withStep } from '#store/record-fold.ts';
import { askForPersistence } from '#store/persistence.ts';
import { ownStepsBeyond } from '#store/records-on-top.ts';
import { writing, type Writing, type Written } from '#store/write-change.ts';
import type { NotStored } from '#store/not-stored.ts';

/**
 * What a person wrote into a record. `record` is absent when this makes it. `base`: the record as the province's page
 * showed it, on a device that does not hold it itself; what was written here since is laid on top of it.
 */
export type RecordChange = {
  record?: RecordId;
  set?: Record<FieldName, Json>;
  add?: Record<string, Json>;
  base?: EditableRecord;
};

/** Of several changes at once: all are saved, or none, and `which` says whose faults they are. */
export type WrittenAll =
  { kind: 'saved'; records: RecordId[]; seqs: Seq[] } | { kind: 'refused'; faults: Fault[]; which: number } | NotStored;

type Change = RecordChange & { unit: UnitId };

/**
 * Saves one change of an editable record: its row and its operation together, on disk (rule W1). What the person had
 * before them is filled in, so that it is replaced and nothing else is (rule M2). `unit` is the unit whose record it is.
 */
export const writeRecord = async (
  db: Handbook,
  clock: { now(): number },
  definition: RecordDefinition,
  unit: UnitId,
  change: RecordChange,
  options: Writing = {},
): Promise<Written> => {
  const written = await writeRecords(db, clock, definition, [{ ...change, unit }], options);
  if (written.kind === 'refused') return { kind: 'refused', faults: written.faults };
  if (written.kind === 'not-stored') return written;
  return { kind: 'saved', entry: written.records[0]!, seq: written.seqs[0]! };
};

/** Several changes of one type in one transaction, as when a number is shared out over villages: all of them or none. */
export const writeRecords = async (
  db: Handbook,
  clock: { now(): number },
  definition: RecordDefinition,
  changes: readonly Change[],
  options: Writing = {},
): Promise<WrittenAll> => {
  const written = await writing<WrittenAll>(db, options, async (me, known) => {
    const operations: RecordOperation[] = [];
    const rows = new Map<RecordId, RecordRow>();
    for (const [which, change] of changes.entries()) {
      const { record: id, base } = change;
      const row = id === undefined ? undefined : (rows.get(id) ?? (await db.records.get(id)));
      const before = base ? await onTop(db, base, row, known, operations) : row?.record;
      const { operation, faults } = examined(definition, change, before, {
        me,
        known,
        clock,
        after: operations.length,
      });
      if (refuses(faults)) return { kind: 'refused', faults, which };
      operations.push(operation);
      const next = afterWrite(row, { operation, by: known.person.id, where: 'onPhone' });
      rows.set(next.id, next);
    }
    await keep(db, me, operations, [...rows.values()]);
    return { kind: 'saved', records: operations.map(recordOf), seqs: operations.map(({ seq }) => seq) };
  });
  if (written.kind === 'saved') void askForPersistence(db, clock);
  return written;
};

/** The record as the page had it, with what was written on this device since. */
const onTop = async (
  db: Handbook,
  base: EditableRecord,
  row: RecordRow | undefined,
  known: Situation,
  unwritten: readonly RecordOperation[],
): Promise<EditableRecord> => {
  const steps = row ? await ownStepsBeyond(db, base, known.person.id) : [];
  const now = unwritten.filter((operation) => recordOf(operation) === base.id);
  const all = [...steps, ...now.map((operation) => ({ operation, by: known.person.id, where: 'onPhone' as const }))];
  return all.reduce<EditableRecord>(withStep, base);
};

/** The operation that says it, and everything wrong or doubtful about it. */
const examined = (
  definition: RecordDefinition,
  { record, set, add, unit }: Change,
  before: EditableRecord | undefined,
  { me, known, clock, after }: { me: SessionRow; known: Situation; clock: { now(): number }; after: number },
): { operation: RecordOperation; faults: Fault[] } => {
  const body = writeOver(before, {
    type: definition.type,
    ...(record !== undefined && { record }),
    ...(set && { set }),
    ...(add && { add }),
  });
  const operation: RecordOperation = {
    device: me.device,
    seq: me.nextSeq + after,
    at: Math.floor(clock.now() / 1000),
    unit,
    kind: 'record.write',
    body,
  };
  const faults = examineWrite(definition, body, {
    person: known.person,
    unit: { id: unit, level: levelOf(unit, known) },
    record: before,
    today: dayInVietnam(clock.now()),
    settings: known.settings,
    closedPeriods: known.closed.map(({ period }) => period),
  });
  return { operation, faults };
};

/** A device knows its own unit and those above; below, a village's code is its commune's with its own behind it. */
const levelOf = (unit: UnitId, { units }: Situation): UnitLevel =>
  units.find(({ id }) => id === unit)?.level ?? (unit.includes('-') ? 'village' : 'commune');

const keep = async (db: Handbook, me: SessionRow, operations: RecordOperation[], rows: RecordRow[]): Promise<void> => {
  const { device } = me;
  await Promise.all([
    // `add`, not `put`: should two tabs ever come to the same seq, the second fails instead of overwriting.
    db.ownOperations.bulkAdd(
      operations.map((operation) => ({ device, seq: operation.seq, operation, state: 'waiting' })),
    ),
    db.records.bulkPut(rows),
    db.notebook.put({ ...me, nextSeq: me.nextSeq + operations.length }),
  ]);
};
