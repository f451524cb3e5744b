import { session } from '#store/session.ts';
import type { OwnOperationRow } from '#store/database.ts';
import type { SyncedPhone } from '../support/synced-phone.ts';
import { must, plain } from './violation.ts';
import { calledOf, type World } from './world.ts';

type Seen = { cursor: number; states: Map<number, OwnOperationRow['state']> };

/**
 * What must hold on every phone after every step: what was shown as saved is there, unchanged (rules W1, I2, P7); no
 * state goes backwards; seqs have no gaps (rule I1); the cursor never goes back (rule L1).
 */
export const watchPhones = () => {
  const seen = new Map<number, Seen>();
  return async (world: World, phone: SyncedPhone): Promise<void> => {
    const before = seen.get(phone.device) ?? { cursor: 0, states: new Map() };
    const [me, rows] = await Promise.all([session(phone.db), phone.db.ownOperations.toArray()]);
    const bySeq = new Map(rows.map((row) => [row.seq, row]));
    const called = calledOf(phone);
    for (const saved of world.saves.of(phone.device)) {
      const row = bySeq.get(saved.seq);
      must(row !== undefined, 'lost', () => `${called} no longer has its operation ${saved.seq}`);
      must(plain(row.operation) === plain(saved), 'wrong', () => `${called} changed its operation ${saved.seq}`);
    }
    must(
      rows.every(({ seq }, i) => seq === i + 1) && me?.nextSeq === rows.length + 1,
      'wrong',
      () => `${called} has a gap in its seqs`,
    );
    must(me.cursor >= before.cursor, 'wrong', () => `${called} reads backwards: ${before.cursor} → ${me.cursor}`);
    for (const [seq, state] of before.states)
      must(
        state === 'waiting' || bySeq.get(seq)!.state === state,
        'wrong',
        () => `${called}: operation ${seq} went from ${state} to ${bySeq.get(seq)!.state}`,
      );
    seen.set(phone.device, { cursor: me.cursor, states: new Map(rows.map(({ seq, state }) => [seq, state])) });
  };
};
