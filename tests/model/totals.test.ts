import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyToEntry, entryOf, type OutreachEntry } from '#model/entry.ts';
import type { KnownOperation } from '#model/operation.ts';
import type { PeriodKind } from '#model/period.ts';
import { addTotals, contributionOf, differenceOf, totalsOf, type Totals } from '#model/totals.ts';
import { eveningInThon2, writtenContent } from '../support/entries.ts';
import { correction, record, withdrawal } from '../support/operations.ts';

const entryAfter = (...operations: KnownOperation[]) =>
  operations.reduce<OutreachEntry | undefined>((entry, operation) => applyToEntry(entry, operation, 5), undefined)!;

test('M1: an entry adds the counts of its newest revision, in the period of that one’s date', () => {
  const moved = entryAfter(
    record(eveningInThon2()),
    correction('17-1', eveningInThon2({ date: '2026-11-15', counts: { VNEID_CAI: 2 } }), { seq: 2 }),
  );
  expect(contributionOf(moved, 'from15to14')).toEqual({ '2026-12': { VNEID_CAI: 2 } });
  expect(contributionOf(moved, 'calendarMonth')).toEqual({ '2026-11': { VNEID_CAI: 2 } });
});

test('M1: a withdrawn entry adds nothing', () => {
  expect(contributionOf(entryAfter(record(eveningInThon2()), withdrawal('17-1', { seq: 2 })), 'from15to14')).toEqual(
    {},
  );
});

test('M1: two phones add up', () => {
  const evening = (device: number) => entryAfter(record(eveningInThon2({ counts: { VNEID_CAI: 6 } }), { device }));
  expect(totalsOf([evening(17), evening(9)], 'from15to14')).toEqual({ '2026-11': { VNEID_CAI: 12 } });
});

/** Records, and then corrections and withdrawals of some of them: a month of a team. */
const history: fc.Arbitrary<KnownOperation[]> = fc
  .tuple(
    fc.array(writtenContent, { minLength: 1, maxLength: 8 }),
    fc.array(fc.tuple(fc.nat(), fc.option(writtenContent, { nil: undefined })), { maxLength: 10 }),
  )
  .map(([contents, changes]) => [
    ...contents.map((content, i) => record(content, { seq: i + 1 })),
    ...changes.map(([which, content], i) => {
      const of = `17-${1 + (which % contents.length)}`;
      const seq = contents.length + i + 1;
      return content ? correction(of, content, { seq }) : withdrawal(of, { seq });
    }),
  ]);

/** The entries at the end, and what each operation changed in the sums on the way. */
const lived = (operations: KnownOperation[], kind: PeriodKind) => {
  const entries = new Map<string, OutreachEntry>();
  const differences = operations.map((operation) => {
    const before = entries.get(entryOf(operation));
    const after = applyToEntry(before, operation, 5)!;
    entries.set(after.id, after);
    return differenceOf(before, after, kind);
  });
  return { entries: [...entries.values()], differences };
};
const folded = (differences: Totals[]) => differences.reduce((sum, difference) => addTotals(sum, difference), {});

describe.each<PeriodKind>(['from15to14', 'calendarMonth'])('with periods of kind %s', (kind) => {
  test('S2: the sums kept along the way, in whatever order they were added, equal their recomputation', () => {
    fc.assert(
      fc.property(
        history.chain((operations) => {
          const { entries, differences } = lived(operations, kind);
          return fc.tuple(
            fc.constant(entries),
            fc.constant(differences),
            fc.shuffledSubarray(differences, { minLength: differences.length }),
          );
        }),
        ([entries, differences, shuffled]) => {
          expect(folded(differences)).toEqual(totalsOf(entries, kind));
          expect(folded(shuffled)).toEqual(totalsOf(entries, kind));
        },
      ),
    );
  });
});

test('what is added and taken away again leaves nothing, not even zeros', () => {
  fc.assert(
    fc.property(writtenContent, (content) => {
      const totals = contributionOf(entryAfter(record(content)), 'from15to14');
      expect(addTotals(addTotals({}, totals), totals, -1)).toEqual({});
      expect(totals).toEqual(contributionOf(entryAfter(record(content)), 'from15to14'));
    }),
  );
});
