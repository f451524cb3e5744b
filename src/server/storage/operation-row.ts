import { isDeepStrictEqual } from 'node:util';
import type { AcceptedOperation, Operation } from '#model/operation.ts';
import type { Refusal } from '#protocol/refusals.ts';
import type { OperationTable } from './schema.ts';
import { rowWriter } from './row-writer.ts';

/** PostgreSQL's text holds every character but this one. */
const storable = (text: string) => (text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text);

type Saying = Pick<OperationTable, 'unit_id' | 'at' | 'kind' | 'body' | 'more'>;

const known = ['device', 'seq', 'unit', 'at', 'kind', 'body'];

/** What an operation says, as it is kept: as it came, never tidied (rules I2, L4). */
export const saying = (operation: Operation): Saying => {
  const fields = Object.entries(operation);
  const more = fields.length === known.length ? [] : fields.filter(([field]) => !known.includes(field));
  return {
    unit_id: storable(operation.unit),
    at: operation.at,
    kind: storable(operation.kind),
    body: JSON.stringify(operation.body),
    more: more.length > 0 ? JSON.stringify(Object.fromEntries(more)) : null,
  };
};

/** Whether an operation that came again says what it said the first time; the order of fields is no difference. */
export const saysTheSame = (row: OperationTable, operation: Operation): boolean => {
  const again = saying(operation);
  return (
    row.unit_id === again.unit_id &&
    Number(row.at) === again.at &&
    row.kind === again.kind &&
    sameJson(row.body, again.body) &&
    sameJson(row.more ?? '{}', again.more ?? '{}')
  );
};

const sameJson = (one: string, other: string) => one === other || isDeepStrictEqual(JSON.parse(one), JSON.parse(other));

type SaidRow = Pick<OperationTable, 'device' | 'seq' | 'unit_id' | 'at' | 'kind' | 'body' | 'more'>;

/** An operation out of its row, whatever became of it. */
export const readOperation = (row: SaidRow): Operation => ({
  ...(row.more !== null && (JSON.parse(row.more) as object)),
  device: row.device,
  seq: row.seq,
  at: Number(row.at),
  unit: row.unit_id,
  kind: row.kind,
  body: JSON.parse(row.body) as Record<string, unknown>,
});

/** An accepted operation out of its row. */
export const readAccepted = (row: OperationTable): AcceptedOperation => ({
  ...readOperation(row),
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
  'more',
  'refusal_code',
  'refusal_params',
]);
