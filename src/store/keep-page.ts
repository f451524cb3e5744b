import { entryOf } from '#model/entry.ts';
import { isKnown, type AcceptedOperation, type DeviceNumber, type Operation, type RecordId } from '#model/operation.ts';
import type { PersonId } from '#model/person.ts';
import type { PullPage } from '#protocol/pull.ts';
import type { Kept } from '#sync/ports.ts';
import { beginAnew, hasMoved } from '#store/begin-anew.ts';
import { changing } from '#store/changing.ts';
import { compare } from '#store/compare.ts';
import type { EntryRow, Handbook, OwnOperationRow, SessionRow } from '#store/database.ts';
import { foldEntry } from '#store/entry-fold.ts';
import { acceptedStep, rebuildEntries } from '#store/entry-steps.ts';
import { learnHolding } from '#store/holding.ts';
import { recordsIn } from '#store/rebuild.ts';
import { rebuildRecords } from '#store/record-steps.ts';
import { noteFound } from '#store/recovery.ts';
import { session } from '#store/session.ts';
import { situation } from '#store/situation.ts';

/**
 * Stores a page and moves its cursors, together (rule L1); unsent changes stay on top (rule L3). With `own`, as asked
 * for when this phone held less than the province, the device's own operations come back too (rule T1). 'begun-anew': the
 * person belongs to another unit now; nothing of the page was kept but that, and reading begins anew (rule T4).
 */
export const keepPage = (db: Handbook, page: PullPage, { own }: { own: boolean }): Promise<Kept> =>
  db.transaction('rw', [...changing(db), db.views], async (): Promise<Kept> => {
    const me = await session(db);
    if (!me) return 'kept';
    const before = await situation(db);
    if (page.situation) await db.notebook.put({ key: 'situation', situation: page.situation });
    const known = page.situation ?? before;
    if (!known) return 'kept';
    if (hasMoved(before, known)) {
      await db.notebook.put(await beginAnew(db, me, known));
      return 'begun-anew';
    }

    const [mine, others] = [true, false].map((isMine) =>
      page.operations.filter(({ device }) => (device === me.device) === isMine),
    ) as [AcceptedOperation[], AcceptedOperation[]];
    await db.acceptedOperations.bulkPut(others);
    const back = await takeBack(db, me.device, mine);
    await noteFound(db, back, own && !page.more);
    await showOperations(db, page.operations, me.device, known.person.id);
    await rebuildRecords(db, recordsIn(page.operations), known.person.id);

    const moved = {
      ...me,
      ...cursorsAfter(me, page, own),
      holdsLess: me.holdsLess && !(own && !page.more),
    };
    await db.notebook.put(moved);
    const now = await learnHolding(db, moved, page.holding);
    await compare(db, now, known, page);
    return 'kept';
  });

/** A province restored from a backup begins anew, and so do the cursors. One of before records knows one stream. */
const cursorsAfter = (me: SessionRow, page: PullPage, own: boolean) => {
  const moved = (at: number, to = at) => (own ? Math.max(at, to) : to);
  return {
    cursor: moved(me.cursor, page.cursor),
    communeCursor: moved(me.communeCursor ?? 0, page.communeCursor),
    provinceCursor: moved(me.provinceCursor ?? 0, page.provinceCursor),
  };
};

/**
 * Own operations that this phone has no row of, which are returned, or one that says something else: that row stays, as
 * what a person wrote. One that was refused because its period was closed, and came in by an amendment, is received after
 * all (rule S3).
 */
const takeBack = async (
  db: Handbook,
  device: DeviceNumber,
  mine: AcceptedOperation[],
): Promise<AcceptedOperation[]> => {
  const rows = await db.ownOperations.bulkGet(mine.map(({ seq }): [number, number] => [device, seq]));
  const lost = mine.filter((_, i) => !rows[i]);
  await db.ownOperations.bulkPut(
    lost.map(({ number, by: _by, receivedAt, ...operation }): OwnOperationRow => {
      return { device, seq: operation.seq, operation: operation as Operation, state: 'received', number, receivedAt };
    }),
  );
  await db.acceptedOperations.bulkPut(mine.filter((_, i) => rows[i] && !isOurs(rows[i])));
  const renumbered = mine.flatMap(({ number, receivedAt }, i) => {
    const row = rows[i];
    if (!row || !isOurs(row)) return [];
    const { refusal: _refusal, ...ours } = row;
    return [{ ...ours, state: 'received' as const, number, receivedAt }];
  });
  await db.ownOperations.bulkPut(renumbered);
  return lost;
};

/** Whether what the province holds under this row's name is what the row says. */
const isOurs = ({ state, refusal }: OwnOperationRow): boolean =>
  state === 'received' || (state === 'refused' && refusal?.code !== 'name-taken');

/** Entries first heard of in this page are folded from it alone; all others from everything the phone holds. */
const showOperations = async (
  db: Handbook,
  operations: AcceptedOperation[],
  device: DeviceNumber,
  me: PersonId,
): Promise<void> => {
  const byEntry = new Map<RecordId, AcceptedOperation[]>();
  for (const operation of operations) {
    if (!isKnown(operation)) continue;
    const entry = entryOf(operation);
    byEntry.set(entry, [...(byEntry.get(entry) ?? []), operation]);
  }
  const ids = [...byEntry.keys()];
  const rows = await db.entries.bulkGet(ids);
  const isNew = (id: RecordId, i: number) => !rows[i] && !id.startsWith(`${device}-`);
  const fresh = ids
    .filter(isNew)
    .map((id) => foldEntry(byEntry.get(id)!.flatMap((operation) => acceptedStep(operation) ?? [])));
  await db.entries.bulkPut(fresh.filter((row): row is EntryRow => row !== undefined));
  await rebuildEntries(
    db,
    ids.filter((id, i) => !isNew(id, i)),
    me,
  );
};
