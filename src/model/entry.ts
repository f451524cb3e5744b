import type { Day } from '#model/day.ts';
import type { CellKey, Measure } from '#model/indicator.ts';
import type { DeviceNumber, KnownOperation, RecordId, Seq } from '#model/operation.ts';
import { recordId } from '#model/operation.ts';
import type { PersonId } from '#model/person.ts';
import type { ServiceKey } from '#model/service.ts';
import type { UnitId } from '#model/unit.ts';

/** What one outreach came to, in counts. Zeros are left out, empty parts are absent. */
export type EntryContent = {
  date: Day;
  /** A Place; text, because a newer app may know places this one does not. */
  place: string;
  /** A Channel. */
  channel: string;
  counts: Record<Measure, number>;
  cells?: Record<CellKey, number>;
  services?: Record<ServiceKey, number>;
  note?: string;
};

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

const withoutZeros = <R extends Record<string, number>>(record: R | undefined) =>
  Object.fromEntries(Object.entries(record ?? {}).filter(([, count]) => count !== 0));

/** Content as it is written to disk and wire: no zeros, no empty parts, text in NFC without outer blanks. */
export const tidyContent = (content: EntryContent): EntryContent => {
  const cells = withoutZeros(content.cells);
  const services = withoutZeros(content.services);
  const note = content.note?.normalize('NFC').trim();
  return {
    date: content.date,
    place: content.place,
    channel: content.channel,
    counts: withoutZeros(content.counts),
    ...(Object.keys(cells).length > 0 && { cells }),
    ...(Object.keys(services).length > 0 && { services }),
    ...(note && { note }),
  };
};

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
