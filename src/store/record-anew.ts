import type { EntryContent } from '#model/entry-content.ts';
import type { RecordId } from '#model/operation.ts';
import type { Situation } from '#protocol/situation.ts';
import type { Handbook, SessionRow } from '#store/database.ts';
import { dealWith } from '#store/deal-with.ts';
import { rebuildEntries } from '#store/entry-steps.ts';
import { appendOperation, type Written } from '#store/write-change.ts';

/** In a transaction: a fresh record in place of one the province refused, whose operations are thereby dealt with. */
export const recordAnew = async (
  db: Handbook,
  clock: { now(): number },
  me: SessionRow,
  situation: Situation,
  entry: RecordId,
  content: EntryContent,
): Promise<Written> => {
  const written = await appendOperation(db, clock, me, situation, { kind: 'entry.record', body: content }, entry);
  if (written.kind !== 'saved') return written;
  await dealWith(db, clock, entry, written.seq);
  await rebuildEntries(db, [entry], situation.person.id);
  return written;
};
