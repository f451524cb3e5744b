import type { OutreachEntry } from '#model/entry.ts';
import type { RecordId, Seq } from '#model/operation.ts';
import type { Push } from '#protocol/push.ts';
import type { Receipt } from '#protocol/receipt.ts';
import type { Caller, Province, ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';
import { advanceCommune, lockCommune } from './commune-head.ts';
import { entryRow, readEntry, writeEntries } from './entry-row.ts';
import { deviceTotals } from './holding.ts';
import { changedEntry, judge } from './judge.ts';
import { rulesFor } from './rules-of-the-day.ts';
import { saying, saysTheSame, writeOperations } from './operation-row.ts';
import { receiptOver, type Settled } from './receipt.ts';
import type { OperationTable } from './schema.ts';
import { keepSums } from './sum-rows.ts';
import { addChange, noSums } from './sums.ts';

/** Who hands in a batch. */
export type Sender = Pick<Caller, 'person' | 'device' | 'province' | 'commune'>;

/**
 * Settles every operation of a batch, in order, in one transaction: the operation, the entry it changes and all kept sums
 * commit together, and the receipt is written after that (rules S1, S2, P3, P4, P5, L1, M1, S3). Throws Refused with
 * 'device-of-another-person', 'body-unreadable' (not a run, rule P2) or 'seq-gap' ({expected}); nothing is kept then.
 */
export const acceptBatch = async (province: Province, sender: Sender, push: Push): Promise<Receipt> => {
  if (push.device !== sender.device) throw new Refused('device-of-another-person');
  const now = province.clock.now();
  return province.db.transaction().execute(async (tx) => {
    const highest = await hearDevice(tx, push, Math.floor(now / 1000));
    return settleBatch(tx, sender, push, { highest, now });
  });
};

/**
 * The same within the caller's transaction, which holds the device's row and read its `highest` seq. `verdictOf` decides
 * in place of the rules; `now` in milliseconds.
 */
export const settleBatch = async (
  tx: ProvinceDatabase,
  sender: Sender,
  push: Push,
  { highest, now, verdictOf = judge }: { highest: Seq; now: number; verdictOf?: typeof judge },
): Promise<Receipt> => {
  const { fresh, settled } = await knownOf(tx, push, highest);
  const written = fresh.length > 0 ? await settle(tx, sender, fresh, now, verdictOf) : [];
  const through = highest + fresh.length;
  if (fresh.length > 0)
    await tx.updateTable('device').set({ highest_seq: through }).where('number', '=', push.device).execute();
  const holding = { highestSeq: through, totals: await deviceTotals(tx, push.device) };
  return receiptOver([...settled, ...written], { device: push.device, at: Math.floor(now / 1000), holding });
};

/** More no phone has; what one says beyond it would not fit the column. */
const mostWaiting = 1_000_000;

/** Notes what the device says of itself and holds its row, so that one batch of a device is settled at a time. Returns its highest seq. */
export const hearDevice = async (
  tx: ProvinceDatabase,
  { device, waiting, operations }: Push,
  at: number,
): Promise<number> => {
  const row = await tx
    .updateTable('device')
    .set({ last_seen_at: at, reported_waiting: Math.max(0, Math.min(waiting, mostWaiting) - operations.length) })
    .where('number', '=', device)
    .returning('highest_seq')
    .executeTakeFirst();
  if (!row) throw new Refused('token-stale');
  return row.highest_seq;
};

/** Parts a batch into what came before, with its first outcome (rule P3), and what is new. */
export const knownOf = async (
  tx: ProvinceDatabase,
  { device, operations }: Push,
  highest: number,
): Promise<{ settled: Settled[]; fresh: Push['operations'] }> => {
  const first = operations[0]?.seq ?? highest + 1;
  if (operations.some((operation, i) => operation.device !== device || operation.seq !== first + i))
    throw new Refused('body-unreadable');
  if (first > highest + 1) throw new Refused('seq-gap', { expected: highest + 1 });
  if (first > highest) return { settled: [], fresh: operations };

  const rows = await tx
    .selectFrom('operation')
    .selectAll()
    .where('device', '=', device)
    .where('seq', '>=', first)
    .where('seq', '<', first + operations.length)
    .execute();
  const bySeq = new Map(rows.map((row) => [row.seq, row]));
  const settled = operations.slice(0, highest - first + 1).map((operation): Settled => {
    const row = bySeq.get(operation.seq);
    return row && saysTheSame(row, operation) ? row : { seq: operation.seq, taken: true };
  });
  return { settled, fresh: operations.slice(settled.length) };
};

const settle = async (
  tx: ProvinceDatabase,
  sender: Sender,
  fresh: Push['operations'],
  now: number,
  verdictOf: typeof judge,
) => {
  const { person, commune } = sender;
  const receivedAt = Math.floor(now / 1000);
  let head = commune === null ? 0 : await lockCommune(tx, commune);
  const rules = await rulesFor(tx, sender, now);
  const kind = rules.periodKind;
  const entries = await entriesSpokenOf(tx, fresh);
  const changed = new Map<RecordId, OutreachEntry>();
  const sums = noSums();

  const rows = fresh.map((operation): OperationTable => {
    const row: OperationTable = {
      device: operation.device,
      seq: operation.seq,
      commune_id: commune ?? sender.province,
      number: null,
      person_id: person.id,
      received_at: receivedAt,
      ...saying(operation),
      refusal_code: null,
      refusal_params: null,
    };
    const verdict = verdictOf(operation, entries, person, rules.circumstances);
    if (verdict.kind === 'refused' || commune === null) {
      const { code, params } = verdict.kind === 'refused' ? verdict : { code: 'role-may-not-save', params: {} };
      return { ...row, refusal_code: code, refusal_params: JSON.stringify(params) };
    }
    const { before, after } = verdict;
    entries.set(after.id, after);
    changed.set(after.id, after);
    addChange(sums, before, after, { commune, kind, receivedAt });
    head += 1;
    row.number = head;
    return row;
  });

  await writeOperations(tx, rows);
  if (commune !== null && changed.size > 0) {
    await writeEntries(
      tx,
      [...changed.values()].map((entry) => entryRow(entry, { commune, kind, receivedAt })),
    );
    await keepSums(tx, commune, sums);
    await advanceCommune(tx, commune, head);
  }
  return rows;
};

/** The entries that corrections and withdrawals of a batch speak of, as they stand; a few hundred at a time. */
const entriesSpokenOf = async (tx: ProvinceDatabase, operations: Push['operations']) => {
  const entries = new Map<RecordId, OutreachEntry>();
  const ids = [...new Set(operations.map(changedEntry).filter((id) => id !== undefined))];
  for (let from = 0; from < ids.length; from += 500) {
    const rows = await tx
      .selectFrom('entry')
      .select('entry')
      .where('id', 'in', ids.slice(from, from + 500))
      .execute();
    for (const entry of rows.map(readEntry)) entries.set(entry.id, entry);
  }
  return entries;
};
