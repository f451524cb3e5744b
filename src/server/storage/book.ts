import type { Operation } from '#model/operation.ts';
import type { UnitId } from '#model/unit.ts';
import type { OperationRefusalCode, Refusal } from '#protocol/refusals.ts';

/** `commune`: whose sequence the operation is numbered in. */
export type Verdict = { kind: 'accepted'; commune: UnitId } | Refusing;
export type Refusing = { kind: 'refused'; code: OperationRefusalCode; params: Refusal['params'] };

export const refusing = (code: OperationRefusalCode, params: Refusal['params'] = {}): Refusing => ({
  kind: 'refused',
  code,
  params,
});

/** What a batch is settled against: opened once its sequences are locked, and kept when every operation has its verdict. */
export type Book = {
  /** Takes an operation in, or says why not. The next one finds it changed. */
  settle(operation: Operation): Verdict;
  /** Writes down what was changed. */
  keep(): Promise<void>;
};
