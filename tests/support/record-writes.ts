import type { AcceptedOperation } from '#model/operation.ts';
import type { RecordOperation, RecordWrite } from '#model/record.ts';
import type { Naming } from './operations.ts';

/** A write to an editable record by device 17, or as `naming` says. */
export const write = (body: RecordWrite, naming: Naming = {}): RecordOperation => {
  const { device = 17, seq = 1, at = 1_794_480_000 + seq * 3600, unit = '18124-02' } = naming;
  return { device, seq, at, unit, kind: 'record.write', body };
};

/** As the province holds it, by Nam unless told otherwise, received five minutes after it was written. */
export const held = (
  operation: RecordOperation,
  { number = operation.seq, by = 6, receivedAt = operation.at + 300 } = {},
): AcceptedOperation<RecordOperation> => ({ ...operation, number, by, receivedAt });
