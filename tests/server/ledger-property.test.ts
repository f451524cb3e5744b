import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyToEntry, entryOf, type OutreachEntry } from '#model/entry.ts';
import { isKnown, type AcceptedOperation, type Operation } from '#model/operation.ts';
import { addTotals, totalsOf, type Totals } from '#model/totals.ts';
import type { Receipt } from '#protocol/receipt.ts';
import { Refused } from '#server/refusing.ts';
import { pullPage } from '#server/storage/pull.ts';
import { databases } from '../support/databases.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { correction, record, withdrawal } from '../support/operations.ts';
import { createProvince, type Phone, type TestProvince } from '../support/province.ts';
import { mustBeSound } from '../support/sound.ts';

/** What a person does next: `target` picks one of the entries recorded so far, by anybody. */
const deed = fc.record({
  phone: fc.nat(3),
  what: fc.constantFrom('record', 'record', 'record', 'correct', 'withdraw', 'refused', 'newer'),
  target: fc.nat(30),
  count: fc.integer({ min: 1, max: 40 }),
  measure: fc.constantFrom('VNEID_CAI', 'DVC_HD', 'DD_MUC1_HD'),
  date: fc.constantFrom('2026-11-12', '2026-11-01', '2026-10-14'),
});
/** One request that gets through: from where in the phone's work, and how much of it. */
const delivery = fc.record({ phone: fc.nat(3), from: fc.nat(20), many: fc.integer({ min: 1, max: 12 }) });

type Deed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never;

/** Two members and a lead of Thôn 2, and a member of the next village. */
const fourPhones = (province: TestProvince) =>
  Promise.all([
    province.phone('villageMember'),
    province.phone('villageMember'),
    province.phone('villageLead'),
    province.phone('villageMember', '18124-01'),
  ]);

/** The work of each phone, in the order of its seqs. */
const write = (phones: Phone[], deeds: Deed[]): Operation[][] => {
  const work: Operation[][] = phones.map(() => []);
  const recorded: string[] = [];
  for (const { phone, what, target, count, measure, date } of deeds) {
    const { device, person } = phones[phone]!;
    const named = { device, seq: work[phone]!.length + 1, unit: person.unit };
    const content = eveningInThon2({ date, counts: { [measure]: count } });
    const entry = recorded[target % Math.max(1, recorded.length)] ?? '1-1';
    const operation: Record<Deed['what'], () => Operation> = {
      record: () => record(content, named),
      correct: () => correction(entry, content, named),
      withdraw: () => withdrawal(entry, named),
      refused: () => record({ ...content, counts: { [measure]: -count } }, named),
      newer: () => ({ ...named, at: 5, kind: 'task.tick', body: { count } }),
    };
    work[phone]!.push(operation[what]());
    if (what === 'record') recorded.push(`${device}-${named.seq}`);
  }
  return work;
};

type Outcome = { number: number } | { code: string };

const outcomesIn = ({ accepted, refused }: Receipt): Map<number, Outcome> =>
  new Map<number, Outcome>([
    ...accepted.flatMap(([seq, number, count]) =>
      Array.from({ length: count }, (_, i) => [seq + i, { number: number + i }] as const),
    ),
    ...refused.map(({ seq, code }) => [seq, { code }] as const),
  ]);

/** What the phones would say the province holds, from their own work and the receipts they were given. */
const totalsByPhones = (phones: Phone[], work: Operation[][], outcomes: Map<number, Outcome>[]) => {
  const accepted: AcceptedOperation[] = work.flatMap((operations, i) =>
    operations.flatMap((operation) => {
      const outcome = outcomes[i]!.get(operation.seq)!;
      return 'number' in outcome
        ? [{ ...operation, number: outcome.number, by: phones[i]!.person.id, receivedAt: 0 }]
        : [];
    }),
  );
  accepted.sort((a, b) => a.number - b.number);
  return { accepted, entries: fold(accepted) };
};

const fold = (operations: AcceptedOperation[]): OutreachEntry[] => {
  const entries = new Map<string, OutreachEntry>();
  for (const operation of operations) {
    if (!isKnown(operation)) throw new Error('A kind nobody knows was accepted');
    const after = applyToEntry(entries.get(entryOf(operation)), operation, operation.by)!;
    entries.set(after.id, after);
  }
  return [...entries.values()];
};

describe.each(databases)('whatever arrives in whatever order, on $name', ({ open }) => {
  test('I1, P3, P5, L1, M1, S2: everything is settled once, numbered without gap, and adds up', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(deed, { minLength: 1, maxLength: 40 }),
        fc.array(delivery, { maxLength: 25 }),
        async (deeds, deliveries) => {
          const province = await createProvince({ open });
          try {
            const phones = await fourPhones(province);
            const work = write(phones, deeds);
            const outcomes = phones.map(() => new Map<number, Outcome>());
            const deliver = async (i: number, from: number, many: number) => {
              const batch = work[i]!.slice(from, from + many);
              const answer = await province.push(phones[i]!, batch).catch((error: unknown) => {
                if (error instanceof Refused && error.code === 'seq-gap') return undefined;
                throw error;
              });
              if (!answer) return;
              const settled = outcomesIn(answer);
              expect([...settled.keys()].sort((a, b) => a - b)).toEqual(batch.map(({ seq }) => seq));
              for (const [seq, outcome] of settled) {
                // P3: the first outcome is the outcome.
                expect(outcome).toEqual(outcomes[i]!.get(seq) ?? outcome);
                outcomes[i]!.set(seq, outcome);
              }
            };
            // Several at once, some before their turn, some again; at last every phone drains its outbox.
            await Promise.all(deliveries.map(({ phone, from, many }) => deliver(phone, from, many)));
            for (const i of phones.keys()) await deliver(i, 0, work[i]!.length);

            const { accepted, entries } = totalsByPhones(phones, work, outcomes);
            expect(accepted.map(({ number }) => number)).toEqual(accepted.map((_, i) => i + 1));
            await mustBeSound(province.db);
            await agree(province, phones, entries);
          } finally {
            await province.close();
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);
});

/** P4, L2, M1: receipts, pulls and kept sums all say what the phones' own folding of the entries says. */
const agree = async (province: TestProvince, phones: Phone[], entries: OutreachEntry[]) => {
  for (const phone of phones) {
    const recorded = entries.filter(({ id }) => id.startsWith(`${phone.device}-`));
    const page = await pullPage(province, phone, { cursor: 0, own: true, situation: '' });
    expect(page.holding.totals).toEqual(totalsOf(recorded, 'from15to14'));
    const team = entries.filter(({ unit }) => unit === phone.person.unit);
    expect(totalsOf(fold(page.operations), 'from15to14')).toEqual(totalsOf(team, 'from15to14'));
  }
  const rows = await province.db.selectFrom('rollup').selectAll().where('unit_id', '=', '18124').execute();
  const kept = rows.reduce<Totals>(
    (sum, { period, measure, total }) => addTotals(sum, { [period]: { [measure]: Number(total) } }),
    {},
  );
  expect(kept).toEqual(totalsOf(entries, 'from15to14'));
};
