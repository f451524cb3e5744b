import { daysFrom, dayInVietnam } from '#model/day.ts';
import { foldEntry } from '#store/entry-fold.ts';
import { session } from '#store/session.ts';
import { likelyRecords } from './operations.ts';
import type { SyncedPhone } from './synced-phone.ts';

/** Puts `many` records of the weeks before today on a phone at once, as if each had been saved without a network. */
export const monthsOfWork = async ({ db, clock, person }: SyncedPhone, many: number): Promise<void> => {
  const me = (await session(db))!;
  const made = likelyRecords(many, 42, { device: me.device, unit: person.unit, at: 0 });
  // The last of them lies today; seqs go on where the phone is.
  const today = dayInVietnam(clock.now());
  const shift = daysFrom(dayInVietnam(made[made.length - 1]!.at * 1000), today) * 24 * 3600;
  const operations = made.map((operation, i) => {
    const at = Math.max(operation.at + shift, Math.floor(clock.now() / 1000) - 300 * 24 * 3600);
    const date = dayInVietnam(at * 1000);
    return operation.kind === 'entry.record'
      ? { ...operation, seq: me.nextSeq + i, at, body: { ...operation.body, date: date < today ? date : today } }
      : operation;
  });
  await db.transaction('rw', db.notebook, db.ownOperations, db.entries, async () => {
    await db.ownOperations.bulkAdd(
      operations.map((operation) => ({ device: me.device, seq: operation.seq, operation, state: 'waiting' as const })),
    );
    await db.entries.bulkPut(
      operations.map((operation) => foldEntry([{ operation, by: person.id, where: 'onPhone' }])!),
    );
    await db.notebook.put({ ...me, nextSeq: me.nextSeq + many });
  });
};
