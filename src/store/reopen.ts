import type { Seq } from '#model/operation.ts';
import type { UnitId } from '#model/unit.ts';
import { changing } from '#store/changing.ts';
import type { Handbook, OwnOperationRow, SessionRow } from '#store/database.ts';
import { rebuildAll } from '#store/rebuild.ts';
import { session } from '#store/session.ts';
import { situation } from '#store/situation.ts';

/**
 * The province was restored from a backup and holds nothing of this device from `seq` on: those operations wait again.
 * Numbers may have been given anew to others, so everything is read again from the beginning (rule L1).
 */
export const reopenFrom = (db: Handbook, clock: { now(): number }, seq: Seq): Promise<void> =>
  db.transaction('rw', [...changing(db), db.photos], async () => {
    const [me, known] = await Promise.all([session(db), situation(db)]);
    if (!me || !known) return;
    const rows = await db.ownOperations
      .where('[device+seq]')
      .between([me.device, seq], [me.device, Infinity])
      .toArray();
    const waiting = rows
      .filter(({ state }) => state !== 'waiting')
      .map(({ number: _number, receivedAt: _receivedAt, refusal: _refusal, ...row }): OwnOperationRow => ({
        ...row,
        state: 'waiting',
      }));
    const held = new Set(rows.map((row) => row.seq));
    const gone = Array.from({ length: Math.max(0, me.nextSeq - seq) }, (_, i) => seq + i).filter((at) => !held.has(at));
    await db.ownOperations.bulkPut([
      ...waiting,
      ...gone.map((at) => nothingAt(at, me, known.person.unit, clock.now())),
    ]);
    // Of photos it holds it says so at once; the others are sent again.
    await db.photos.where('state').equals('received').modify({ state: 'waiting', sent: 0 });
    await db.notebook.put({ ...me, cursor: 0, communeCursor: 0, provinceCursor: 0 });
    const reopened = waiting.map(({ operation }) => operation);
    await rebuildAll(db, reopened, known.person.id);
  });

/**
 * In place of an operation that neither side has any more, which the province had refused: it refuses this one too, and
 * the next ones are not held up by a missing seq (rules I1, P5).
 */
const nothingAt = (seq: Seq, { device }: SessionRow, unit: UnitId, now: number): OwnOperationRow => ({
  device,
  seq,
  operation: { device, seq, at: Math.floor(now / 1000), unit, kind: 'seq.lost', body: {} },
  state: 'waiting',
  dealtWith: { at: now, by: 'set-aside' },
});
