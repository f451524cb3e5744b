import type { Selectable } from 'kysely';
import { insteadOf, letGoKind, letGoOf } from '#model/let-go.ts';
import { recordId, type Operation, type OperationName } from '#model/operation.ts';
import type { UnitId } from '#model/unit.ts';
import type { ProvinceDatabase } from '../province.ts';
import { refusing, type Verdict } from './book.ts';
import { readRefusalParams } from './operation-row.ts';
import type { OperationTable } from './schema.ts';

/** What a batch says of operations that were refused before (rules P5, S3). */
export type Replaced = {
  /** Decides on an operation before its book does: one whose former self was taken in meanwhile, or a letting go. */
  settle(operation: Operation, commune: UnitId | null): Verdict | undefined;
  /** Takes down what became of an operation: what it replaces is never taken in any more. */
  note(row: OperationTable, operation: Operation, verdict: Verdict): void;
  keep(): Promise<void>;
};

const nothingReplaced: Replaced = { settle: () => undefined, note: () => {}, keep: async () => {} };

const replacedBy = (operation: Operation): OperationName[] => {
  const instead = insteadOf(operation);
  return [...(letGoOf(operation) ?? []), ...(instead === undefined ? [] : [instead])];
};

/**
 * The refused operations that a batch writes anew or lets go, of the same device. Of an operation and the one that says it anew
 * only one is ever taken: where the former was let in by an amendment, or by a province restored from a backup, the later is
 * refused as 'accepted-meanwhile' ({operation}); else the former stays refused for good. Nothing is read for a batch that
 * speaks of none. The caller holds the sequences' locks.
 */
export const openReplaced = async (tx: ProvinceDatabase, fresh: readonly Operation[]): Promise<Replaced> => {
  const names = new Set(fresh.flatMap(replacedBy));
  if (names.size === 0 && fresh.every(({ kind }) => kind !== letGoKind)) return nothingReplaced;
  const known = await rowsNamed(tx, names);
  const ofBatch = new Map<OperationName, OperationTable>();
  const before = (name: OperationName) => ofBatch.get(name) ?? known.get(name);
  const marked = new Map<OperationName, OperationName>();

  return {
    settle(operation, commune) {
      const former = before(insteadOf(operation) ?? '');
      if (former && isTaken(former)) return refusing('accepted-meanwhile', { operation: nameOf(former) });
      if (former?.refusal_code === 'accepted-meanwhile')
        return refusing('accepted-meanwhile', readRefusalParams(former));
      if (operation.kind !== letGoKind) return undefined;
      if (commune === null) return refusing('role-may-not-save');
      return letGoOf(operation) ? { kind: 'accepted', commune } : refusing('operation-malformed');
    },

    note(row, operation, verdict) {
      ofBatch.set(nameOf(row), { ...row, refusal_code: verdict.kind === 'refused' ? verdict.code : null });
      if (verdict.kind === 'refused' && verdict.code === 'accepted-meanwhile') return;
      for (const name of replacedBy(operation)) marked.set(name, nameOf(row));
    },

    async keep() {
      for (const [name, by] of marked) {
        const [device, seq] = name.split('-').map(Number) as [number, number];
        await tx
          .updateTable('operation')
          .set({ replaced_by: by })
          .where('device', '=', device)
          .where('seq', '=', seq)
          .where('number', 'is', null)
          .where('replaced_by', 'is', null)
          .execute();
      }
    },
  };
};

const nameOf = ({ device, seq }: Pick<OperationTable, 'device' | 'seq'>): OperationName => recordId(device, seq);

/** A row of this batch has no number yet when the next one is settled. */
const isTaken = ({ number, refusal_code }: Pick<OperationTable, 'number' | 'refusal_code'>): boolean =>
  number !== null || refusal_code === null;

/** Operations by their names, whatever became of them. */
export const rowsNamed = async (tx: ProvinceDatabase, names: Iterable<OperationName>) => {
  const rows = new Map<OperationName, Selectable<OperationTable>>();
  const seqs = new Map<number, number[]>();
  for (const name of names) {
    const [device, seq] = name.split('-').map(Number) as [number, number];
    seqs.set(device, [...(seqs.get(device) ?? []), seq]);
  }
  for (const [device, all] of seqs)
    for (let from = 0; from < all.length; from += 500) {
      const found = await tx
        .selectFrom('operation')
        .selectAll()
        .where('device', '=', device)
        .where('seq', 'in', all.slice(from, from + 500))
        .execute();
      for (const row of found) rows.set(nameOf(row), row);
    }
  return rows;
};
