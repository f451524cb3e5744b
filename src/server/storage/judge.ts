import { examineChange } from '#model/change-rules.ts';
import { tidyContent } from '#model/entry-content.ts';
import { applyToEntry, entryOf, type OutreachEntry } from '#model/entry.ts';
import type { Circumstances } from '#model/entry-rules.ts';
import { isKnown, type KnownOperation, type Operation, type RecordId } from '#model/operation.ts';
import { maySaveEntries, type Person } from '#model/person.ts';
import { readChange } from '#protocol/operation.ts';
import { refusing, type Refusing } from './book.ts';

type Verdict = { kind: 'accepted'; before: OutreachEntry | undefined; after: OutreachEntry } | Refusing;

/**
 * What becomes of one operation on entries, given the entries it may speak of as they stand. Faults that are only asked about on the
 * phone are believed here: the person has answered.
 */
export const judge = (
  operation: Operation,
  entries: ReadonlyMap<RecordId, OutreachEntry>,
  person: Person,
  circumstances: Circumstances | undefined,
): Verdict => {
  if (!isKnown(operation)) return refusing('kind-unknown', { kind: operation.kind.slice(0, 64) });
  if (!maySaveEntries(person.role) || !circumstances) return refusing('role-may-not-save');
  const change = readChange(operation);
  if (!change) return refusing('operation-malformed');
  const before = entries.get(entryOf(change));
  const fault = examineChange(change, before, person, circumstances).find(({ weight }) => weight === 'refuse');
  if (fault) return refusing(fault.code, fault.params);
  const after = applyToEntry(before, tidied(change), person.id);
  return after ? { kind: 'accepted', before, after } : refusing('entry-unknown');
};

/** As it counts; what is kept of the operation itself stays as it came (rule I2). */
export const tidied = (change: KnownOperation): KnownOperation => {
  switch (change.kind) {
    case 'entry.record':
      return { ...change, body: tidyContent(change.body) };
    case 'entry.correct':
      return { ...change, body: { ...change.body, content: tidyContent(change.body.content) } };
    case 'entry.withdraw':
      return change;
  }
};

/** The entry a correction or a withdrawal speaks of. Undefined for a record, and for what is none of them. */
export const changedEntry = (operation: Operation): RecordId | undefined => {
  const change = isKnown(operation) && operation.kind !== 'entry.record' ? readChange(operation) : undefined;
  return change && entryOf(change);
};
