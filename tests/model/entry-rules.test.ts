import { describe, expect, test } from 'vitest';
import { examineEntry, examineReason, noteLimit, refuses } from '#model/entry-rules.ts';
import type { EntryContent } from '#model/entry-content.ts';
import { limitsOf, measures } from '#model/indicator.ts';
import { thon2Today } from '../support/circumstances.ts';
import { eveningInThon2 } from '../support/entries.ts';

const faultsOf = (but: Partial<EntryContent>, circumstances = thon2Today()) =>
  examineEntry(eveningInThon2(but), circumstances);
const codesOf = (but: Partial<EntryContent>, circumstances = thon2Today()) =>
  faultsOf(but, circumstances).map(({ code }) => code);

test('an evening at the culture house has no fault', () => {
  expect(faultsOf({})).toEqual([]);
});

describe('the date', () => {
  test('may be today and not tomorrow', () => {
    expect(codesOf({ date: '2026-11-12' })).toEqual([]);
    expect(codesOf({ date: '2026-11-13' })).toEqual(['date-in-future']);
  });

  test('lies in no closed period: the last day of October’s is refused, the first of November’s is taken', () => {
    expect(codesOf({ date: '2026-10-14' })).toEqual(['period-closed']);
    expect(codesOf({ date: '2026-10-15' })).toEqual([]);
  });

  test('is asked about when more than 45 days ago', () => {
    expect(codesOf({ date: '2026-09-28' }, thon2Today({ closedPeriods: [] }))).toEqual([]);
    expect(faultsOf({ date: '2026-09-27' }, thon2Today({ closedPeriods: [] }))).toEqual([
      { code: 'date-long-ago', weight: 'ask', field: 'date', params: { date: '2026-09-27' } },
    ]);
  });

  test('lies in the life of the village', () => {
    const unit = { validFrom: '2025-07-01', validTo: '2026-11-10' };
    expect(codesOf({ date: '2026-11-10' }, thon2Today({ unit }))).toEqual([]);
    expect(codesOf({ date: '2026-11-11' }, thon2Today({ unit }))).toEqual(['date-outside-unit']);
  });
});

describe('a count', () => {
  test.each(measures)(
    '%s is believed up to its soft limit, asked about up to the hard one, and refused above',
    (measure) => {
      const { ask, refuse } = limitsOf(measure)!;
      const about = (count: number) =>
        faultsOf({
          place: 'cong-an-xa',
          counts: { TT_BUOI: 1, HAI_LONG_HOI: 9999, [measure]: count },
        }).filter(({ field }) => field === measure);
      const codes = (count: number) => about(count).map(({ code }) => code);
      expect(codes(ask)).toEqual([]);
      expect(codes(ask + 1)).toEqual(['count-unusual']);
      expect(codes(refuse)).toEqual(['count-unusual']);
      expect(about(refuse + 1)).toMatchObject([{ code: 'count-too-large', params: { measure, most: refuse } }]);
    },
  );

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60])('of %d is no number of people', (count) => {
    expect(codesOf({ counts: { VNEID_CAI: count } })).toContain('count-not-whole');
  });

  test('of 0 everywhere is nothing counted', () => {
    expect(codesOf({ counts: {} })).toEqual(['nothing-counted']);
    expect(codesOf({ counts: { VNEID_CAI: 0 } })).toEqual(['nothing-counted']);
  });

  test.each(['constructor', '__proto__', 'toString', 'VNEID'])('of “%s” is of no indicator', (measure) => {
    expect(codesOf({ counts: Object.fromEntries([[measure, 1]]) })).toContain('measure-unknown');
  });
});

describe('a cell', () => {
  const installed = (cells: Record<string, number>) => codesOf({ counts: { VNEID_CAI: 6 }, cells });

  test('of gender or age shares the total with its neighbours, and the group is named once', () => {
    expect(installed({ 'VNEID_CAI/gender/nu': 4, 'VNEID_CAI/gender/nam': 2 })).toEqual([]);
    expect(installed({ 'VNEID_CAI/gender/nu': 4, 'VNEID_CAI/gender/nam': 3 })).toEqual(['cell-above-total']);
  });

  test('of vulnerable people may overlap, each within the total', () => {
    expect(installed({ 'VNEID_CAI/vulnerable/cao-tuoi': 6, 'VNEID_CAI/vulnerable/ho-ngheo': 6 })).toEqual([]);
    expect(installed({ 'VNEID_CAI/vulnerable/cao-tuoi': 7 })).toEqual(['cell-above-total']);
  });

  test.each(['VNEID_CAI/gender', 'VNEID_CAI/gender/nu/1', 'VNEID_CAI/tuoi/nu', 'TT_BUOI/gender/nu', 'LA/gender/nu'])(
    '“%s” is in no catalogue',
    (key) => {
      expect(installed({ [key]: 1 })).toEqual(['cell-unknown']);
    },
  );
});

test('help with services stays within the help counted, and names services there are', () => {
  const helped = (services: Record<string, number>) => codesOf({ counts: { DVC_HD: 3 }, services });
  expect(helped({ 'dang-ky-khai-sinh': 2, khac: 1 })).toEqual([]);
  expect(helped({ 'dang-ky-khai-sinh': 2, khac: 2 })).toEqual(['services-above-total']);
  expect(helped({ 'cap-so-do': 1 })).toEqual(['service-unknown']);
  expect(helped({ khac: 1.5 })).toEqual(['count-not-whole']);
});

describe('the note', () => {
  test.each([
    ['9 digits of an old identity card', 'CMND 183456789'],
    ['12 digits of an identity number', 'Ông 042085001234 cần cấp lại'],
    ['10 digits of a phone number', 'gọi 0912345678'],
    ['13 digits', '0420850012345'],
    ['full-width digits', '０４２０８５００１２３４'],
  ])('with %s is refused', (_what, note) => {
    expect(codesOf({ note })).toEqual(['note-has-id-number']);
  });

  test.each([
    ['spaces', 'gọi 0912 345 678'],
    ['dots', '0912.345.678'],
    ['dashes', '091-234-5678'],
    ['full-width digits and spaces', '０９１２ ３４５ ６７８'],
  ])('with a phone number written with %s is asked about', (_how, note) => {
    expect(faultsOf({ note })).toMatchObject([{ code: 'note-has-phone-number', weight: 'ask', field: 'note' }]);
  });

  test.each(['Mưa to, 12 hộ vắng', '8 chữ số: 12345678', 'Ngày 12/11/2026, từ 19:30 đến 21:00', ''])(
    '“%s” is a note like any other',
    (note) => {
      expect(codesOf({ note })).toEqual([]);
    },
  );

  test('is as long as it may be, and no longer', () => {
    expect(codesOf({ note: 'ễ'.repeat(noteLimit) })).toEqual([]);
    expect(codesOf({ note: 'ễ'.repeat(noteLimit + 1) })).toEqual(['note-too-long']);
  });
});

test('a reason is text like a note, and is not blank', () => {
  expect(examineReason('Ghi nhầm số')).toEqual([]);
  expect(examineReason(' \n')).toMatchObject([{ code: 'reason-missing', field: 'reason' }]);
  expect(examineReason('số của ông 042085001234')).toMatchObject([{ code: 'note-has-id-number', field: 'reason' }]);
});

test('what is only asked about stops nothing', () => {
  expect(refuses(faultsOf({ counts: { VNEID_CAI: 101 } }))).toBe(false);
  expect(refuses(faultsOf({ counts: { VNEID_CAI: 501 } }))).toBe(true);
  expect(refuses([])).toBe(false);
});
