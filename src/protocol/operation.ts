import * as v from 'valibot';
import type { EntryContent } from '#model/entry-content.ts';
import { isKnown, type KnownOperation, type Operation } from '#model/operation.ts';
import { isRecordKind, type Json, type RecordOperation, type RecordWrite } from '#model/record.ts';

/** A list is a record to valibot. */
const Counts = v.pipe(
  v.custom<Record<string, number>>((value) => !Array.isArray(value)),
  v.record(v.string(), v.number()),
);

/** Shapes only: what is wrong with a value is the rules' to say. Fields of a newer app are kept (rule L4). */
const Content = v.looseObject({
  date: v.string(),
  place: v.string(),
  channel: v.string(),
  counts: Counts,
  cells: v.exactOptional(Counts),
  services: v.exactOptional(Counts),
  note: v.exactOptional(v.string()),
}) satisfies v.GenericSchema<EntryContent, EntryContent>;

const entry = v.pipe(v.string(), v.regex(/^[1-9]\d*-[1-9]\d*$/));

const bodies = {
  'entry.record': Content,
  'entry.correct': v.looseObject({ entry, content: Content, reason: v.string() }),
  'entry.withdraw': v.looseObject({ entry, reason: v.string() }),
} satisfies Record<KnownOperation['kind'], v.GenericSchema>;

/**
 * The operation as one of the kinds known here. Undefined when its kind is unknown (refused as 'kind-unknown') or its
 * body is not of its kind's shape (refused as 'operation-malformed'): that one alone, never the batch (rule P5).
 */
export const readChange = (operation: Operation): KnownOperation | undefined =>
  isKnown(operation) && v.is(bodies[operation.kind], operation.body) ? operation : undefined;

/** Names that stand as keys in the kept record; never one that every object of JavaScript has by itself. */
const isKey = (key: string): boolean => /^[A-Za-z][\w.:-]{0,99}$/.test(key) && !(key in {});

// Not v.record, which passes over keys such as 'constructor' without looking at them.
const keyed = <T>(fits: (value: unknown) => value is T) =>
  v.custom<Record<string, T>>(
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      Object.entries(value).every(([key, one]) => isKey(key) && fits(one)),
  );

/** Whatever came here came as JSON. */
const isJson = (value: unknown): value is Json => value !== undefined;
const isSeen = (value: unknown): value is string[] => v.is(v.array(entry), value);

/** Shapes only; which fields a type has and what they hold is its definition's to say. */
const Write = v.looseObject({
  type: v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,39}$/)),
  record: v.exactOptional(v.pipe(v.string(), v.regex(/^[\w.:-]{1,200}$/))),
  set: v.exactOptional(keyed(isJson)),
  seen: v.exactOptional(keyed(isSeen)),
  add: v.exactOptional(keyed(isJson)),
}) satisfies v.GenericSchema<RecordWrite, RecordWrite>;

/**
 * The operation as a write to an editable record. Undefined when it is of another kind, or its body is not of this shape
 * (refused as 'operation-malformed', rule P5).
 */
export const readRecordWrite = (operation: Operation): RecordOperation | undefined =>
  isRecordKind(operation) && v.is(Write, operation.body) ? (operation as RecordOperation) : undefined;
