import type { EntryContent } from '#model/entry-content.ts';
import type { DeviceNumber, KnownOperation, RecordId, Seq } from '#model/operation.ts';
import { recordId } from '#model/operation.ts';
import type { PersonId } from '#model/person.ts';
import type { UnitId } from '#model/unit.ts';

/** `by` is the operation that wrote it. */
export type Revision = {
  content: EntryContent;
  device: DeviceNumber;
  seq: Seq;
  at: number;
  by: PersonId;
  reason?: string;
};
export type Withdrawal = { device: DeviceNumber; seq: Seq; at: number; by: PersonId; reason: string };

/** One outreach with all it ever said. Counts add up over entries: the newest revision of each, unless withdrawn (rule M1). */
export type OutreachEntry = {
  id: RecordId;
  unit: UnitId;
  author: PersonId;
  revisions: [Revision, ...Revision[]];
  withdrawal?: Withdrawal;
};

export const newestRevision = (entry: OutreachEntry): Revision => entry.revisions[entry.revisions.length - 1]!;

/**
 * The entry after an operation. The caller has checked that the operation may be done; here an operation on an entry
 * that is not there, or was withdrawn, changes nothing.
 */
export const applyToEntry = (
  entry: OutreachEntry | undefined,
  operation: KnownOperation,
  by: PersonId,
): OutreachEntry | undefined => {
  const { device, seq, at } = operation;
  switch (operation.kind) {
    case 'entry.record':
      return (
        entry ?? {
          id: recordId(device, seq),
          unit: operation.unit,
          author: by,
          revisions: [{ content: operation.body, device, seq, at, by }],
        }
      );
    case 'entry.correct': {
      if (!entry || entry.withdrawal) return entry;
      const { content, reason } = operation.body;
      return { ...entry, revisions: [...entry.revisions, { content, device, seq, at, by, reason }] };
    }
    case 'entry.withdraw':
      if (!entry || entry.withdrawal) return entry;
      return { ...entry, withdrawal: { device, seq, at, by, reason: operation.body.reason } };
  }
};

/** The record an operation speaks of. */
export const entryOf = (operation: KnownOperation): RecordId =>
  operation.kind === 'entry.record' ? recordId(operation.device, operation.seq) : operation.body.entry;
