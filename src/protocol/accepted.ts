import type { AcceptedOperation } from '#model/operation.ts';
import { isNameNumber, latestAt, nameLimit, readOperations, writeOperations } from '#protocol/batch.ts';
import { ByteReader, ByteWriter, Unreadable } from '#protocol/columns/bytes.ts';
import { choices } from '#protocol/columns/choices.ts';
import { rows, type Column } from '#protocol/columns/column.ts';
import { deltas, numbers, signed } from '#protocol/columns/numbers.ts';

/** What the province adds to an operation, and its name; `step` is the seq, counted from this device's one before. */
type Acceptance = { device: number; step: number; number: number; by: number; receivedAt: number };

const acceptances: Column<Acceptance> = rows({
  device: choices(numbers),
  step: signed,
  number: deltas(nameLimit),
  by: choices(numbers),
  receivedAt: deltas(latestAt),
});

/** Operations of several devices in the order of the commune. Throws a RangeError for numbers beyond all bounds. */
export const encodeAccepted = (operations: readonly AcceptedOperation[]): Uint8Array => {
  const to = new ByteWriter();
  const last = new Map<number, number>();
  acceptances.write(
    to,
    operations.map(({ device, seq, number, by, receivedAt }) => {
      const step = seq - (last.get(device) ?? 0) - 1;
      last.set(device, seq);
      return { device, step, number, by, receivedAt };
    }),
  );
  writeOperations(to, operations);
  return to.written();
};

/** Reads what `encodeAccepted` wrote. Throws Unreadable. */
export const decodeAccepted = (length: number, bytes: Uint8Array): AcceptedOperation[] => {
  const from = new ByteReader(bytes);
  const last = new Map<number, number>();
  const accepted = acceptances.read(from, length).map(({ device, step, number, by, receivedAt }) => {
    const seq = (last.get(device) ?? 0) + 1 + step;
    last.set(device, seq);
    if (!isNameNumber(device) || !isNameNumber(seq) || !isNameNumber(number) || !isNameNumber(by))
      throw new Unreadable('A name that is none');
    return { device, seq, number, by, receivedAt };
  });
  const operations = readOperations(from, accepted);
  from.finish();
  return operations.map((operation, i) => {
    const { number, by, receivedAt } = accepted[i]!;
    return { ...operation, number, by, receivedAt };
  });
};
