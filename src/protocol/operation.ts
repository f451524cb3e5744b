import * as v from 'valibot';
import type { EntryContent } from '#model/entry-content.ts';
import { isKnown, type KnownOperation, type Operation } from '#model/operation.ts';

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
