import { expect, test } from 'vitest';
import { savedView, savedViewOf, viewTitleLimit } from '#model/records/saved-view.ts';
import { examined, written } from '../../support/village-records.ts';

const codes = (faults: { code: string }[]) => faults.map(({ code }) => code);
const view = {
  title: 'VNeID theo xã',
  address: 'bang=unit,measure,period&cs=VNEID_CAI,DVC_HD&ky=2026-11&chi=18124-01,18532',
};
const byOfficer = (set: object) =>
  codes(examined(savedView, { set: { ...view, ...set } }, { role: 'communeOfficer', unit: '18124' }));

test('officers keep views; one without a name, with a citizen’s number or with anything but choices is refused', () => {
  expect(byOfficer({})).toEqual([]);
  expect(byOfficer({ title: ' ' })).toEqual(['record-malformed']);
  expect(byOfficer({ title: 'a'.repeat(viewTitleLimit + 1) })).toEqual(['note-too-long']);
  expect(byOfficer({ title: 'CCCD 042085001234' })).toEqual(['note-has-id-number']);
  expect(byOfficer({ address: 'https://example.org/?a=b' })).toEqual(['record-malformed']);
  expect(byOfficer({ address: 'cs=Nguyễn Văn A' })).toEqual(['record-malformed']);
  expect(codes(examined(savedView, { set: view }, {}))).toEqual(['not-for-your-role']);
  expect(codes(examined(savedView, { set: { title: view.title } }, { role: 'communeOfficer', unit: '18124' }))).toEqual(
    ['record-malformed'],
  );
});

test('one that is removed can be had back', () => {
  const book = written(savedView, '18124').write({ set: view }, { after: 0 });
  expect(savedViewOf(book.record)).toMatchObject({ ...view, removed: false });
  book.write({ set: { removed: true } }, { after: 60 });
  expect(savedViewOf(book.record).removed).toBe(true);
  book.write({ set: { removed: false } }, { after: 120 });
  expect(savedViewOf(book.record)).toMatchObject({ ...view, removed: false });
});
