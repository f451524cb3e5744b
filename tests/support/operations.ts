import * as fc from 'fast-check';
import type { EntryContent } from '#model/entry-content.ts';
import {
  recordId,
  type AcceptedOperation,
  type KnownOperation,
  type Operation,
  type RecordId,
} from '#model/operation.ts';
import { shapedContent, writtenContent } from './entries.ts';
import { likelyContent, seededChance } from './likely.ts';

/** Names an operation: its device, its seq, its instant in seconds, its village. */
export type Naming = { device?: number; seq?: number; at?: number; unit?: string };

const named = ({ device = 17, seq = 1, at = 1_794_480_000 + seq * 3600, unit = '18124-02' }: Naming) => ({
  device,
  seq,
  at,
  unit,
});

export const record = (content: EntryContent, naming: Naming = {}): KnownOperation => ({
  ...named(naming),
  kind: 'entry.record',
  body: content,
});

export const correction = (
  entry: RecordId,
  content: EntryContent,
  naming: Naming = {},
  reason = 'Ghi nhầm số',
): KnownOperation => ({ ...named(naming), kind: 'entry.correct', body: { entry, content, reason } });

export const withdrawal = (entry: RecordId, naming: Naming = {}, reason = 'Ghi trùng'): KnownOperation => ({
  ...named(naming),
  kind: 'entry.withdraw',
  body: { entry, reason },
});

/** A phone's work of some weeks, seqs from 1, the same for the same seed: records shaped like real ones. */
export const likelyRecords = (many: number, seed: number, naming: Naming = {}): KnownOperation[] => {
  const chance = seededChance(seed);
  let { at } = named(naming);
  return Array.from({ length: many }, (_, i) => {
    at += 600 + Math.floor(chance() * 90_000);
    return record(likelyContent(chance, at), { ...naming, seq: i + 1, at });
  });
};

/** The operations as the province holds them, numbered from 1, received five minutes after they were written. */
export const accepted = <O extends Operation>(operations: readonly O[], by = 5): AcceptedOperation<O>[] =>
  operations.map((operation, i) => ({ ...operation, number: i + 1, by, receivedAt: operation.at + 300 }));

type Said = Pick<KnownOperation, 'kind' | 'body'>;
const anyReference = fc
  .tuple(fc.integer({ min: 1, max: 2 ** 31 }), fc.integer({ min: 1, max: 2 ** 31 }))
  .map(([device, seq]) => recordId(device, seq));

const said = (content: fc.Arbitrary<EntryContent>, reason: fc.Arbitrary<string>): fc.Arbitrary<Said> =>
  fc.oneof(
    { weight: 3, arbitrary: content.map((body) => ({ kind: 'entry.record' as const, body })) },
    fc.record({ entry: anyReference, content, reason }).map((body) => ({ kind: 'entry.correct' as const, body })),
    fc.record({ entry: anyReference, reason }).map((body) => ({ kind: 'entry.withdraw' as const, body })),
  );

const anyText = fc.string({ unit: 'binary', maxLength: 30 });
/** JSON says -0 as 0. */
const anyJson = fc
  .dictionary(anyText, fc.jsonValue({ maxDepth: 3, noUnicodeString: false }))
  .map((value) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>);
/** Of a newer app: a kind not known here, or a field not known here on an operation, a body or a content. */
const fromANewerApp: fc.Arbitrary<object> = fc.oneof(
  fc.record({ kind: fc.constantFrom('task.tick', 'obstacle.report', ''), body: anyJson }),
  fc.record({ kind: fc.constant('entry.record'), body: shapedContent.map((body) => ({ ...body, photo: 'p-1' })) }),
  fc.record({ kind: fc.constant('entry.withdraw'), body: anyJson, signedBy: fc.constant('k1') }),
);

const anyAt = fc.oneof(
  fc.integer({ min: 1_640_000_000, max: 2_000_000_000 }),
  fc.integer({ min: -(2 ** 43), max: 2 ** 43 }),
);
const anyUnit = fc.oneof(fc.constantFrom('18124-01', '18124-02'), fc.string({ unit: 'binary', maxLength: 20 }));

/** Any operation of the right shape: ours, odd, or of a newer app. The name is given by `run` or `anyAccepted`. */
const anyUnnamed = fc
  .tuple(
    anyAt,
    anyUnit,
    fc.oneof<fc.Arbitrary<object>[]>(said(writtenContent, anyText), said(shapedContent, anyText), fromANewerApp),
  )
  .map(([at, unit, change]) => ({ at, unit, ...change }));

/** A run of consecutive operations of one device (rule P2). */
export const anyRun: fc.Arbitrary<{ device: number; operations: Operation[] }> = fc
  .tuple(
    fc.integer({ min: 1, max: 2 ** 31 }),
    fc.integer({ min: 1, max: 2 ** 31 }),
    fc.array(anyUnnamed, { maxLength: 12 }),
  )
  .map(([device, first, changes]) => ({
    device,
    operations: changes.map((change, i) => ({ device, seq: first + i, ...change }) as Operation),
  }));

/** Operations of several devices as a page brings them, in rising numbers. */
export const anyAccepted: fc.Arbitrary<AcceptedOperation[]> = fc
  .array(
    fc.tuple(
      fc.record({
        device: fc.integer({ min: 1, max: 4 }),
        seq: fc.integer({ min: 1, max: 100_000 }),
        by: fc.integer({ min: 1, max: 100_000 }),
        receivedAt: fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }),
        step: fc.integer({ min: 1, max: 50 }),
      }),
      anyUnnamed,
    ),
    { maxLength: 12 },
  )
  .map((pairs) => {
    let number = 0;
    return pairs.map(([{ step, ...acceptance }, change]) => {
      number += step;
      return { ...acceptance, ...change, number } as AcceptedOperation;
    });
  });
