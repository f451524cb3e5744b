import * as fc from 'fast-check';
import { addDays } from '#model/day.ts';
import type { EntryContent } from '#model/entry-content.ts';
import { channels, places } from '#model/place.ts';
import { cellKey, indicators, measures } from '#model/indicator.ts';
import { serviceKeys } from '#model/service.ts';

/** An evening at the culture house of Thôn 2 on 12/11/2026: right in every rule. */
export const eveningInThon2 = (but: Partial<EntryContent> = {}): EntryContent => ({
  date: '2026-11-12',
  place: 'nha-van-hoa',
  channel: 'to-dan-pho',
  counts: { TT_BUOI: 1, TT_NGUOI: 34, VNEID_CAI: 6, DD_MUC1_HD: 4 },
  ...but,
});

/** Any day from 2022 to 2030. */
export const anyDay: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 3286 })
  .map((days) => addDays('2022-01-01', days));

const someCounts = (words: readonly string[], constraints: { minKeys: number }): fc.Arbitrary<Record<string, number>> =>
  fc.dictionary(fc.constantFrom(...words), fc.integer({ min: 1, max: 2000 }), { ...constraints, maxKeys: 8 });

const cellKeys = indicators.flatMap(({ code, dimensions }) =>
  dimensions.includes('gender') ? [cellKey(code, 'gender', 'nam'), cellKey(code, 'gender', 'nu')] : [],
);

/** Content as a form of ours writes it: every word known, every count whole and above 0; not always within the rules. */
export const writtenContent: fc.Arbitrary<EntryContent> = fc.record(
  {
    date: anyDay,
    place: fc.constantFrom(...places),
    channel: fc.constantFrom(...channels),
    counts: someCounts(measures, { minKeys: 1 }),
    cells: someCounts(cellKeys, { minKeys: 1 }),
    services: someCounts(serviceKeys, { minKeys: 1 }),
    note: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  },
  { requiredKeys: ['date', 'place', 'channel', 'counts'] },
);

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    '\u{FEFF}ghi chú',
    'a'.repeat(150),
    '__proto__',
    'constructor',
    '2026-02-30',
    'Đề án 06 \u{1F4F1}',
  ),
);
const oddCount = fc
  .oneof(
    fc.integer({ min: -5, max: 5 }),
    fc.constantFrom(0.5, -3, 1e300, 2 ** 48, 2 ** 47, Number.MAX_SAFE_INTEGER, 2 ** 60),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  )
  .map((count) => (Object.is(count, -0) ? 0 : count));
const oddCounts = fc.dictionary(fc.oneof(oddText, fc.constantFrom(...measures)), oddCount, { maxKeys: 5 });

/** Content of the right shape with anything in it: the wire carries it, the rules refuse it. */
export const shapedContent: fc.Arbitrary<EntryContent> = fc.record(
  {
    date: fc.oneof(anyDay, oddText),
    place: fc.oneof(fc.constantFrom<string>(...places), oddText),
    channel: fc.oneof(fc.constantFrom<string>(...channels), oddText),
    counts: oddCounts,
    cells: oddCounts,
    services: oddCounts,
    note: oddText,
  },
  { requiredKeys: ['date', 'place', 'channel', 'counts'] },
);
