import * as fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { decodePullPage, encodePullPage, pullQuery, PullQuery, type PullPage } from '#protocol/pull.ts';
import { defaultSettings } from '#model/settings.ts';
import { Settings } from '#protocol/situation.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { accepted, anyAccepted, correction, likelyRecords, record } from '../support/operations.ts';

const pageOf = (operations: PullPage['operations'], but: Partial<PullPage> = {}): PullPage => ({
  cursor: operations[operations.length - 1]?.number ?? 0,
  more: false,
  at: 1_794_500_000,
  holding: { highestSeq: 41, totals: { '2026-11': { VNEID_CAI: 6, DD_MUC1_HD: 4 } } },
  situation: null,
  operations,
  ...but,
});

test('L2: a colleague’s evening and its correction by the lead come down as they went up', () => {
  const page = pageOf([
    ...accepted([record(eveningInThon2({ note: 'Hẹn buổi sau' }), { device: 9, seq: 3 })]),
    { ...accepted([correction('9-3', eveningInThon2(), { device: 17, seq: 42 })], 8)[0]!, number: 12 },
  ]);
  expect(decodePullPage(encodePullPage(page))).toEqual(page);
});

test('L1: a page says of each stream that was asked for how far it was read, and nothing of one that was not', () => {
  const asked = pageOf([], { communeCursor: 12, provinceCursor: 3 });
  expect(decodePullPage(encodePullPage(asked))).toStrictEqual(asked);
  expect(decodePullPage(encodePullPage(pageOf([])))).not.toHaveProperty('communeCursor');
});

test('a page brings the situation whole when it changed', () => {
  const page = pageOf([], {
    situation: {
      version: 'a1',
      person: { id: 5, name: 'Trần Thị Hoà', role: 'villageLead', unit: '18124-02' },
      units: [
        {
          id: '18124-02',
          name: 'Thôn 2',
          type: 'thon',
          level: 'village',
          parent: '18124',
          validFrom: '2025-07-01',
          validTo: null,
          mergedInto: [],
          demo: true,
        },
      ],
      team: [{ id: 5, name: 'Trần Thị Hoà' }],
      settings: defaultSettings,
      closed: [{ period: '2026-10', closedAt: 1_792_000_000 }],
    },
  });
  expect(decodePullPage(encodePullPage(page))).toEqual(page);
});

test('L4: a province of yesterday decided nothing about photos and silent villages: the defaults hold', () => {
  const { photos: _p, photoDays: _d, silentDays: _s, ...yesterday } = defaultSettings;
  expect(v.parse(Settings, yesterday)).toEqual(defaultSettings);
});

test('L4: every page comes down as it went up, also with odd operations and those of a newer app', () => {
  fc.assert(
    fc.property(anyAccepted, fc.boolean(), (operations, more) => {
      const page = pageOf(operations, { more });
      expect(decodePullPage(encodePullPage(page))).toEqual(page);
    }),
    { numRuns: 300 },
  );
});

test('what is no page is none: any bytes, a captive portal’s answer, a page cut off anywhere', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(decodePullPage(bytes)).toBeUndefined();
    }),
  );
  expect(decodePullPage(new TextEncoder().encode('<!doctype html><title>Wi-Fi miễn phí</title>'))).toBeUndefined();
  const whole = encodePullPage(pageOf(accepted(likelyRecords(4, 5))));
  for (let length = 0; length < whole.length; length++) {
    expect(decodePullPage(whole.subarray(0, length))).toBeUndefined();
  }
});

test('a page with bits flipped is none, or one that can be written again', () => {
  const whole = encodePullPage(pageOf(accepted(likelyRecords(6, 4))));
  fc.assert(
    fc.property(fc.array(fc.nat(whole.length * 8 - 1), { minLength: 1, maxLength: 4 }), (bits) => {
      const bytes = whole.slice();
      for (const bit of bits) bytes[bit >> 3]! ^= 1 << (bit & 7);
      const page = decodePullPage(bytes);
      expect(page && decodePullPage(encodePullPage(page))).toEqual(page);
    }),
    { numRuns: 1000 },
  );
});

test('the question stands in the query and is read back', () => {
  fc.assert(
    fc.property(
      fc.record(
        {
          cursor: fc.nat(),
          communeCursor: fc.nat(),
          provinceCursor: fc.nat(),
          own: fc.boolean(),
          situation: fc.string({ maxLength: 30 }),
        },
        { requiredKeys: ['cursor', 'own', 'situation'] },
      ),
      (question) => {
        const query = Object.fromEntries(new URLSearchParams(pullQuery(question)));
        expect(v.parse(PullQuery, query)).toStrictEqual({ ...question });
      },
    ),
  );
  expect(v.parse(PullQuery, {})).toEqual({ cursor: 0, own: false, situation: '' });
});

test.each([
  { communeCursor: '-1' },
  { provinceCursor: 'x' },
  { cursor: '-1' },
  { cursor: '1.5' },
  { cursor: 'x' },
  { cursor: '1'.repeat(16) },
  { own: 'yes' },
])('the query %o is refused', (query) => {
  expect(v.is(PullQuery, query)).toBe(false);
});
