import type { DeviceNumber, Operation, OperationName, RecordId, Seq } from '#model/operation.ts';
import { recordId } from '#model/operation.ts';
import type { PersonId } from '#model/person.ts';
import type { UnitId } from '#model/unit.ts';

/** What a field can hold: whatever JSON can say. Which values a field takes is its type's to say (record-definition.ts). */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A field of a record, e.g. 'done', 'deadline'; parts that are changed one by one are fields of their own: 'step.2'. */
export type FieldName = string;

/**
 * One change to an editable record: a task, a target, an obstacle, a mobile point, an announcement. `record` is absent
 * when this operation creates it. `seen` names, for each field of `set`, the versions the writer had before them: what
 * they wrote replaces those and no others (rule M2). `add` puts items at the end of lists, which nobody replaces.
 */
export type RecordWrite = {
  type: string;
  record?: RecordId;
  set?: Record<FieldName, Json>;
  seen?: Record<FieldName, OperationName[]>;
  add?: Record<string, Json>;
};

export type RecordOperation = {
  device: DeviceNumber;
  seq: Seq;
  at: number;
  unit: UnitId;
  kind: 'record.write';
  body: RecordWrite;
};

export const recordKind = 'record.write';

/** Whether it changes an editable record. Its shape is the province's to check (protocol/operation.ts). */
export const isRecordKind = <O extends Operation>(operation: O): operation is O & RecordOperation =>
  operation.kind === recordKind;

/** What a field was set to, once. `at`: seconds by the writer's clock, never later than the province had it. */
export type Version = { op: OperationName; value: Json; at: number; by: PersonId; seen: OperationName[] };
/** Something said in a list: an answer in an obstacle's thread. */
export type Item = { op: OperationName; value: Json; at: number; by: PersonId };

/** A record with everything that was ever written into it. Nothing is replaced here; `standing` says what counts. */
export type EditableRecord = {
  id: RecordId;
  type: string;
  /** Whose it is; it decides who reads it and never changes. */
  unit: UnitId;
  fields: Record<FieldName, Version[]>;
  lists: Record<string, Item[]>;
};

/** Who wrote an operation, and when the province received it, in seconds; null while it waits on the phone. */
export type Writer = { by: PersonId; receivedAt: number | null };

/** The record an operation speaks of (rule I3). */
export const recordOf = ({ device, seq, body }: RecordOperation): RecordId => body.record ?? recordId(device, seq);

/**
 * The record after an operation; the same whatever the order in which operations come, and however often (rule M2). The
 * caller has checked that the operation may be done. A clock that runs ahead gains nothing: an edit is never later than
 * the province had it.
 */
export const applyToRecord = (
  record: EditableRecord | undefined,
  operation: RecordOperation,
  { by, receivedAt }: Writer,
): EditableRecord => {
  const { type, set = {}, seen = {}, add = {} } = operation.body;
  const op = recordId(operation.device, operation.seq);
  const at = receivedAt === null ? operation.at : Math.min(operation.at, receivedAt);
  const before = record ?? { id: recordOf(operation), type, unit: operation.unit, fields: {}, lists: {} };
  const fields = { ...before.fields };
  for (const [field, value] of Object.entries(set))
    fields[field] = withNamed(fields[field], { op, value, at, by, seen: seen[field] ?? [] });
  const lists = { ...before.lists };
  for (const [list, value] of Object.entries(add)) lists[list] = withNamed(lists[list], { op, value, at, by });
  return { ...before, fields, lists };
};

const withNamed = <T extends { op: OperationName; at: number }>(all: T[] = [], one: T): T[] =>
  [...all.filter(({ op }) => op !== one.op), one].sort(earlierFirst);

/** By the clock, and where that says nothing by name, so that every device has the same order. */
const earlierFirst = (a: { op: OperationName; at: number }, b: { op: OperationName; at: number }): number =>
  a.at - b.at || nameNumbers(a.op, b.op);

const nameNumbers = (one: OperationName, other: OperationName): number => {
  const [device, seq] = one.split('-').map(Number) as [number, number];
  const [otherDevice, otherSeq] = other.split('-').map(Number) as [number, number];
  return device - otherDevice || seq - otherSeq;
};

/** A field as it stands: what counts, and what somebody wrote beside it without knowing of it, the latest last. */
export type Standing = Version & { lost: Version[] };

/**
 * How a field stands (rule M2). A version whose writer had seen another replaces it, whatever their clocks say (rule M3).
 * Of those that nobody had seen, the latest counts; the others stay, flagged, until somebody who has seen all of them
 * writes the field again. Undefined where nothing was ever written.
 */
export const standing = (record: EditableRecord | undefined, field: FieldName): Standing | undefined => {
  const versions = record?.fields[field] ?? [];
  const open = notReplaced(versions);
  const counts = open[open.length - 1] ?? versions[versions.length - 1];
  if (!counts) return undefined;
  const said = JSON.stringify(counts.value);
  return { ...counts, lost: open.filter(({ op, value }) => op !== counts.op && JSON.stringify(value) !== said) };
};

/** What a field holds, or undefined where nothing was ever written. */
export const valueOf = (record: EditableRecord | undefined, field: FieldName): Json | undefined =>
  standing(record, field)?.value;

/** The names of all versions of a field that nobody has replaced yet: what a writer of it has seen. */
export const openVersions = (record: EditableRecord | undefined, field: FieldName): OperationName[] =>
  notReplaced(record?.fields[field] ?? []).map(({ op }) => op);

const notReplaced = (versions: readonly Version[]): Version[] => {
  const replaced = new Set(versions.flatMap(({ op, seen }) => seen.filter((name) => name !== op)));
  return versions.filter(({ op }) => !replaced.has(op));
};

/** Fields in which somebody's value was set aside by another's, and that a person has to look at (rule M2). */
export const conflicts = (record: EditableRecord): FieldName[] =>
  Object.keys(record.fields).filter((field) => standing(record, field)!.lost.length > 0);

/** A write of these values by somebody who has `record` before them. */
export const writeOver = (
  record: EditableRecord | undefined,
  write: { type: string; record?: RecordId; set?: Record<FieldName, Json>; add?: Record<string, Json> },
): RecordWrite => {
  const seen = Object.keys(write.set ?? {})
    .map((field) => [field, openVersions(record, field)] as const)
    .filter(([, names]) => names.length > 0);
  return { ...write, ...(seen.length > 0 && { seen: Object.fromEntries(seen) }) };
};
