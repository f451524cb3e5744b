import { isDeepStrictEqual } from 'node:util';
import type { AcceptedOperation, Operation } from '#model/operation.ts';
import type { Refusal } from '#protocol/refusals.ts';
import type { OperationTable } from './schema.ts';
import { rowWriter } from './row-writer.ts';

/** PostgreSQL's text holds every character but this one. */
const storable = (text: string) => (text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text);

/** What an operation says, as it is kept: as it came, never tidied (rule I2). */
export const saying = ({ unit, at, kind, body }: Operation): Pick<OperationTable, 'unit_id' | 'at' | 'kind' | 'body'> => ({
  unit_id: storable(unit),
  at,
  kind: storable(kind),
  body: JSON.stringify(body),
});

/** Whether an operation that came again says what it said the first time; the order of fields is no difference. */
export const saysTheSame = (row: OperationTable, operation: Operation): boolean => {
  const again = saying(operation);
  return (
    row.unit_id === again.unit_id &&
    Number(row.at) === again.at &&
    row.kind === again.kind &&
    (row.body === again.body || isDeepStrictEqual(JSON.parse(row.body), JSON.parse(again.body)))
  );
};

/** An accepted operation out of its row. */
export const readAccepted = (row: OperationTable): AcceptedOperation => ({
  device: row.device,
  seq: row.seq,
  at: Number(row.at),
  unit: row.unit_id,
  kind: row.kind,
  body: JSON.parse(row.body) as Record<string, unknown>,
  number: row.number!,
  by: row.person_id,
  receivedAt: Number(row.received_at),
});

export const readRefusalParams = (row: OperationTable): Refusal['params'] =>
  JSON.parse(row.refusal_params ?? '{}') as Refusal['params'];

export const writeOperations = rowWriter('operation', [
  'device',
  'seq',
  'commune_id',
  'number',
  'unit_id',
  'person_id',
  'at',
  'received_at',
  'kind',
  'body',
  'refusal_code',
  'refusal_params',
]);
