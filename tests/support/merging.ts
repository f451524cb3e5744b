import * as fc from 'fast-check';
import type { OperationName } from '#model/operation.ts';
import { applyToRecord, type EditableRecord, type RecordOperation, type Writer } from '#model/record.ts';
import { write } from './record-writes.ts';

export type Arrival = { operation: RecordOperation; writer: Writer };

const noon = 1_794_480_000;
const name = ({ operation: { device, seq } }: Arrival): OperationName => `${device}-${seq}`;

const anyWrite = fc.record({
  device: fc.integer({ min: 1, max: 4 }),
  /** Seconds from noon: some clocks run days ahead or behind, and some writes are of the same second. */
  at: fc.oneof(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -300_000, max: 300_000 })),
  receivedAfter: fc.integer({ min: 0, max: 4000 }),
  done: fc.option(fc.boolean(), { nil: undefined }),
  note: fc.option(fc.constantFrom('', 'Đã họp', 'Chưa'), { nil: undefined }),
  answer: fc.option(fc.constantFrom('Vâng', 'Đã rõ'), { nil: undefined }),
  /** Which of the writes before it the writer had before them; also ones that say nothing of the field. */
  saw: fc.array(fc.nat(20), { maxLength: 6 }),
});

/** What several people wrote into one record, some of them knowing of each other, as it arrives at the province. */
export const anyWrites: fc.Arbitrary<Arrival[]> = fc.array(anyWrite, { minLength: 1, maxLength: 12 }).map((all) => {
  const seqs = new Map<number, number>();
  const arrivals: Arrival[] = [];
  for (const { device, at, receivedAfter, done, note, answer, saw } of all) {
    const seq = (seqs.get(device) ?? 0) + 1;
    seqs.set(device, seq);
    const known = arrivals.filter((_, i) => saw.includes(i)).map(name);
    const set = { ...(done !== undefined && { done }), ...(note !== undefined && { note }) };
    const seen = Object.fromEntries(Object.keys(set).map((field) => [field, known]));
    const body = { type: 'sweeping', record: 'sweeping:18124-02:2026-11', set, seen };
    const operation = write(
      { ...body, ...(answer !== undefined && { add: { answers: answer } }) },
      { device, seq, at: noon + at },
    );
    arrivals.push({ operation, writer: { by: device, receivedAt: noon + receivedAfter } });
  }
  return arrivals;
});

/** The record after these have come, in this order. */
export const merged = (arrivals: readonly Arrival[]): EditableRecord =>
  arrivals.reduce<EditableRecord | undefined>(
    (record, { operation, writer }) => applyToRecord(record, operation, writer),
    undefined,
  )!;
