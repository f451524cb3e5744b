import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentOf, draftOf, isAskedAt, readCount, type EntryDraft } from '#model/draft.ts';
import { tidyContent, type EntryContent } from '#model/entry-content.ts';

const typed = (part: Partial<EntryDraft>): EntryDraft => ({
  date: '2026-11-10',
  place: 'nha-van-hoa',
  channel: 'to-dan-pho',
  counts: {},
  cells: {},
  services: {},
  note: '',
  reason: '',
  ...part,
});

test.each([
  ['', 0],
  ['0', 0],
  ['8', 8],
  [' 42 ', 42],
  ['1.204', 1204],
  ['12.345.678', 12_345_678],
])('%j typed is %i', (text, count) => expect(readCount(text)).toBe(count));

test.each(['-3', '2,5', '2.5', '1.20', '1,204', 'tám', '8 người', '1e3', '٣'])('%j typed is no count', (text) =>
  expect(readCount(text)).toBeNaN(),
);

test('every whole number comes back from how it is written, with and without dots', () => {
  fc.assert(
    fc.property(fc.nat(), (count) => {
      expect(readCount(String(count))).toBe(count);
      expect(readCount(count.toLocaleString('vi-VN'))).toBe(count);
    }),
  );
});

test('captures at level 2 count at the police office and the mobile point; elsewhere the draft keeps them uncounted', () => {
  const draft = typed({
    place: 'diem-luu-dong',
    counts: { DD_MUC2_VD: '14', DD_MUC2_LD: '11' },
    cells: { 'DD_MUC2_LD/gender/nu': '6', 'DD_MUC2_VD/gender/nu': '7' },
  });
  expect(contentOf(draft).counts).toEqual({ DD_MUC2_VD: 14, DD_MUC2_LD: 11 });
  const atHome = { ...draft, place: 'tai-nha' };
  expect(contentOf(atHome).counts).toEqual({ DD_MUC2_VD: 14 });
  expect(contentOf(atHome).cells).toEqual({ 'DD_MUC2_VD/gender/nu': 7 });
  expect(contentOf({ ...atHome, place: 'cong-an-xa' }).counts).toEqual({ DD_MUC2_VD: 14, DD_MUC2_LD: 11 });
  expect(isAskedAt('DD_MUC2_LD', 'nha-van-hoa')).toBe(false);
});

test('a count that cannot be read reaches the examination, it is not taken for zero', () => {
  expect(tidyContent(contentOf(typed({ counts: { VNEID_CAI: '2,5' } }))).counts).toEqual({ VNEID_CAI: Number.NaN });
});

test('a correction starts from exactly what was saved', () => {
  const saved: EntryContent = {
    date: '2026-11-07',
    place: 'cong-an-xa',
    channel: 'luu-dong',
    counts: { TT_BUOI: 1, TT_NGUOI: 1204, DD_MUC2_LD: 3, DVC_HD: 2 },
    cells: { 'TT_NGUOI/gender/nu': 700 },
    services: { 'dang-ky-khai-sinh': 2 },
    note: 'Trời mưa, dân đến muộn',
  };
  expect(tidyContent(contentOf(draftOf(saved)))).toEqual(saved);
});
