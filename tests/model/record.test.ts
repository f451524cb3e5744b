import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyToRecord, conflicts, openVersions, standing, valueOf, writeOver } from '#model/record.ts';
import { anyWrites, merged } from '../support/merging.ts';
import { write } from '../support/record-writes.ts';

const november = 'sweeping:18124-02:2026-11';
const noon = 1_794_480_000;
const fields = ['done', 'note'] as const;

/** Hoa's and Nam's writes into what nobody had written yet, a minute apart, neither knowing of the other. */
const ticks = (hoas: boolean, nams: boolean) => [
  { operation: said({ done: hoas }, { device: 17, at: noon }), writer: { by: 5, receivedAt: noon + 900 } },
  { operation: said({ done: nams }, { device: 9, at: noon + 60 }), writer: { by: 6, receivedAt: noon + 300 } },
];
const said = (set: Record<string, boolean | string>, naming: { device: number; at: number; seq?: number }) =>
  write({ type: 'sweeping', record: november, set }, naming);

test('M2: the same writes in any order, and any of them twice, make the same record', () => {
  const shuffled = anyWrites.chain((all) =>
    fc.record({
      all: fc.constant(all),
      order: fc
        .shuffledSubarray([...all, ...all], { minLength: all.length })
        .filter((some) => all.every((one) => some.includes(one))),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ all, order }) => {
      expect(merged(order)).toEqual(merged(all));
    }),
  );
});

test('M2: nothing that was written disappears', () => {
  fc.assert(
    fc.property(anyWrites, (all) => {
      const record = merged(all);
      const names = (field: string) =>
        all
          .filter(({ operation: { body } }) => field in (body.set ?? {}))
          .map(({ operation: { device, seq } }) => `${device}-${seq}`);
      for (const field of fields)
        expect((record.fields[field] ?? []).map(({ op }) => op).toSorted()).toEqual(names(field).toSorted());
      const answers = all.filter(({ operation: { body } }) => body.add);
      expect(record.lists['answers'] ?? []).toHaveLength(answers.length);
    }),
  );
});

test('M2: who had seen a version is never beaten by it, whatever the clocks say', () => {
  fc.assert(
    fc.property(anyWrites, (all) => {
      const record = merged(all);
      for (const field of fields) {
        const replaced = (record.fields[field] ?? []).flatMap(({ seen }) => seen);
        expect(replaced).not.toContain(standing(record, field)?.op);
      }
    }),
  );
});

test('M2: a value that nobody replaced and that does not count is flagged, and writing over it settles that', () => {
  fc.assert(
    fc.property(anyWrites, fc.boolean(), (all, done) => {
      const record = merged(all);
      for (const field of fields) {
        const values = record.fields[field]?.filter(({ op }) => openVersions(record, field).includes(op));
        const differing = new Set(values?.map(({ value }) => JSON.stringify(value)));
        expect(conflicts(record).includes(field)).toBe(differing.size > 1);
      }
      const body = writeOver(record, { type: 'sweeping', record: november, set: { done } });
      // By somebody whose clock is a year slow.
      const operation = write(body, { device: 5, seq: 1, at: noon - 31_536_000 });
      const after = applyToRecord(record, operation, { by: 8, receivedAt: noon + 9000 });
      expect(standing(after, 'done')).toMatchObject({ value: done, op: '5-1', lost: [] });
    }),
  );
});

test('M2: two members tick one duty without knowing of each other: who said it last counts, the other stays beside', () => {
  expect(standing(merged(ticks(true, false)), 'done')).toMatchObject({
    value: false,
    by: 6,
    lost: [{ value: true, by: 5 }],
  });
});

test('M2: two members who say the same do not contradict each other', () => {
  expect(conflicts(merged(ticks(true, true)))).toEqual([]);
});

test('M2: different fields of one record never stand in each other’s way', () => {
  const [hoas] = ticks(true, true);
  const nams = {
    operation: said({ note: 'Hai người' }, { device: 9, at: noon + 60 }),
    writer: { by: 6, receivedAt: noon + 300 },
  };
  const record = merged([hoas!, nams]);
  expect([valueOf(record, 'done'), valueOf(record, 'note'), conflicts(record)]).toEqual([true, 'Hai người', []]);
});

test('M3: a clock that runs ahead gains nothing over whoever wrote after its write had arrived', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400_000 }), fc.integer({ min: 1, max: 400_000 }), (ahead, later) => {
      const fast = {
        operation: said({ done: true }, { device: 17, at: noon + ahead }),
        writer: { by: 5, receivedAt: noon },
      };
      const right = {
        operation: said({ done: false }, { device: 9, at: noon + later }),
        writer: { by: 6, receivedAt: noon + later },
      };
      expect(standing(merged([fast, right]), 'done')).toMatchObject({ value: false, lost: [{ value: true }] });
    }),
  );
});

test('M3: while a write waits it has its own clock; the province’s receipt puts it where it belongs', () => {
  const operation = said({ done: true }, { device: 17, at: noon + 86_400 });
  const waiting = applyToRecord(undefined, operation, { by: 5, receivedAt: null });
  const received = applyToRecord(waiting, operation, { by: 5, receivedAt: noon });
  expect([standing(waiting, 'done')?.at, standing(received, 'done')?.at]).toEqual([noon + 86_400, noon]);
  expect(received.fields['done']).toHaveLength(1);
});

test('two who claim to have seen each other, as no honest phones do, still leave one that counts and both readable', () => {
  const claim = (device: number, other: string, done: boolean) => ({
    operation: write(
      { type: 'sweeping', record: november, set: { done }, seen: { done: [other] } },
      { device, at: noon },
    ),
    writer: { by: device, receivedAt: noon },
  });
  const record = merged([claim(1, '2-1', true), claim(2, '1-1', false)]);
  expect(standing(record, 'done')).toMatchObject({ value: false });
  expect(record.fields['done']).toHaveLength(2);
});
