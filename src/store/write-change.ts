import { examineChange } from '#model/change-rules.ts';
import { fault, refuses } from '#model/entry-rules.ts';
import { entryOf } from '#model/entry.ts';
import type { Fault } from '#model/fault.ts';
import type { Change, KnownOperation, OperationName, RecordId, Seq } from '#model/operation.ts';
import type { Situation } from '#protocol/situation.ts';
import type { Handbook, SessionRow } from '#store/database.ts';
import { changing } from '#store/changing.ts';
import { afterStep } from '#store/entry-fold.ts';
import { orNotStored, type NotStored } from '#store/not-stored.ts';
import { session } from '#store/session.ts';
import { circumstancesFor, situation, unitOfDay, writerIn } from '#store/situation.ts';

/** `saved` is said after the commit, and the commit is on disk (rule W1). `entry` is the record the change is about. */
export type Written = { kind: 'saved'; entry: RecordId; seq: Seq } | { kind: 'refused'; faults: Fault[] } | NotStored;

/** A form's draft goes in the same transaction in which its content is saved. */
export type Writing = { draft?: string };

/**
 * In a transaction: the next operation, its entry's row and the raised seq together, or why not. It is for the unit where its
 * day's work was done, which is the former one for somebody who moved since (rule T4). `instead` names the refused
 * operation of this device that it says anew.
 */
export const appendOperation = async (
  db: Handbook,
  clock: { now(): number },
  me: SessionRow,
  known: Situation,
  change: Change,
  instead?: OperationName,
): Promise<Written> => {
  const row = change.kind === 'entry.record' ? undefined : await db.entries.get(change.body.entry);
  const unit = change.kind === 'entry.record' ? unitOfDay(known, change.body.date) : row?.unit;
  const operation: KnownOperation = {
    device: me.device,
    seq: me.nextSeq,
    at: Math.floor(clock.now() / 1000),
    unit: unit ?? known.person.unit,
    ...change,
    ...(instead !== undefined && { instead }),
  };
  const entry = entryOf(operation);
  const writer = writerIn(known, clock, operation.unit);
  const faults = examineChange(operation, row?.entry, writer, circumstancesFor(known, clock, operation.unit));
  if (refuses(faults)) return { kind: 'refused', faults };

  const next = afterStep(row, { operation, by: known.person.id, where: 'onPhone' })!;
  // `add`, not `put`: should two tabs ever come to the same seq, the second fails instead of overwriting.
  await Promise.all([
    db.ownOperations.add({ device: me.device, seq: operation.seq, operation, state: 'waiting' }),
    db.entries.put(next),
    db.notebook.put({ ...me, nextSeq: me.nextSeq + 1 }),
  ]);
  return { kind: 'saved', entry, seq: operation.seq };
};

/** Signed out meanwhile, in another tab. */
const signedOut = (): { kind: 'refused'; faults: Fault[]; which: number } => ({
  kind: 'refused',
  faults: [fault('role-may-not-save', 'unit')],
  which: 0,
});

/** Runs `work` on who is signed in, in one transaction over everything a change touches. */
export const writing = <Outcome extends { kind: string }>(
  db: Handbook,
  { draft }: Writing,
  work: (me: SessionRow, known: Situation) => Promise<Outcome>,
): Promise<Outcome | ReturnType<typeof signedOut> | NotStored> =>
  orNotStored(() =>
    db.transaction('rw', [...changing(db), db.drafts], async () => {
      const [me, known] = await Promise.all([session(db), situation(db)]);
      if (!me || !known) return signedOut();
      const written = await work(me, known);
      if (written.kind === 'saved' && draft !== undefined) await db.drafts.delete(draft);
      return written;
    }),
  );
