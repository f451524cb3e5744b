import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addBreakdowns, addParts, type Breakdown, type Part } from '#model/breakdown.ts';
import type { OutreachEntry } from '#model/entry.ts';
import { eveningInThon2, writtenContent } from '../support/entries.ts';

const entryOf = (...contents: Parameters<typeof eveningInThon2>[0][]): OutreachEntry => ({
  id: '17-1',
  unit: '18124-02',
  author: 5,
  revisions: contents.map((content, i) => ({
    content: eveningInThon2(content),
    device: 17,
    seq: i + 1,
    at: 0,
    by: 5,
  })) as OutreachEntry['revisions'],
});
const partsOf = (...entries: OutreachEntry[]) => {
  const parts: Partial<Record<Part, Breakdown>> = {};
  for (const entry of entries) addParts(parts, entry, 1);
  return parts;
};

test('an entry stands once under its day, channel and place, and under what its cells and services name', () => {
  const parts = partsOf(
    entryOf({
      counts: { VNEID_CAI: 6, DVC_HD: 3 },
      cells: { 'VNEID_CAI/gender/nu': 4, 'VNEID_CAI/ageGroup/60p': 2, 'VNEID_CAI/vulnerable/dtts': 1 },
      services: { 'dang-ky-khai-sinh': 2 },
    }),
  );
  expect(parts).toEqual({
    day: { VNEID_CAI: { '12': 6 }, DVC_HD: { '12': 3 } },
    channel: { VNEID_CAI: { 'to-dan-pho': 6 }, DVC_HD: { 'to-dan-pho': 3 } },
    place: { VNEID_CAI: { 'nha-van-hoa': 6 }, DVC_HD: { 'nha-van-hoa': 3 } },
    gender: { VNEID_CAI: { nu: 4 } },
    age: { VNEID_CAI: { '60p': 2 } },
    vulnerable: { VNEID_CAI: { dtts: 1 } },
    service: { DVC_HD: { 'dang-ky-khai-sinh': 2 } },
  });
});

test('M1: the newest revision counts, and nothing once it is withdrawn', () => {
  const corrected = entryOf({ counts: { VNEID_CAI: 6 } }, { counts: { VNEID_CAI: 2 }, date: '2026-11-01' });
  expect(partsOf(corrected).day).toEqual({ VNEID_CAI: { '1': 2 } });
  const withdrawal = { device: 17, seq: 3, at: 0, by: 5, reason: 'Ghi nhầm' };
  expect(partsOf({ ...corrected, withdrawal })).toEqual({});
});

test('M1: by day, channel or place, entries add up to their counts, and what is taken away again is gone', () => {
  fc.assert(
    fc.property(fc.array(writtenContent, { minLength: 1, maxLength: 8 }), fc.nat(), (contents, at) => {
      const entries = contents.map((content) => entryOf(content));
      const parts = partsOf(...entries);
      for (const part of ['day', 'channel', 'place'] as const)
        for (const [measure, values] of Object.entries(parts[part]!))
          expect(Object.values(values).reduce((sum, count) => sum + count, 0)).toBe(
            contents.reduce((sum, { counts }) => sum + (counts[measure] ?? 0), 0),
          );
      const gone = entries[at % entries.length]!;
      const rest = partsOf(...entries.filter((entry) => entry !== gone));
      const minus: Partial<Record<Part, Breakdown>> = {};
      addParts(minus, gone, -1);
      for (const part of Object.keys(parts) as Part[])
        expect(addBreakdowns(parts[part]!, minus[part] ?? {})).toEqual(rest[part] ?? {});
    }),
  );
});
