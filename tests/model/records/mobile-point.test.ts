import { expect, test } from 'vitest';
import { attendance, attendanceName, attendanceOf } from '#model/records/attendance.ts';
import { changesOf, mobilePoint, mobilePointOf } from '#model/records/mobile-point.ts';
import { announced, examined, pointInThon2, written } from '../../support/village-records.ts';

const codes = (faults: { code: string }[]) => faults.map(({ code }) => code);

test('a commune announces a point, and the province may; a team may not, nor an officer in a village’s name', () => {
  expect(announced()).toEqual([]);
  expect(examined(mobilePoint, { set: pointInThon2 }, { role: 'provinceOfficer', unit: '42' })).toEqual([]);
  expect(codes(examined(mobilePoint, { set: pointInThon2 }, {}))).toEqual(['not-for-your-role']);
  expect(codes(examined(mobilePoint, { set: pointInThon2 }, { role: 'communeOfficer', unit: '18124-02' }))).toEqual([
    'not-for-your-role',
  ]);
});

test('a point has a place, a day and hours that go forward', () => {
  expect(codes(announced({ place: ' ' }))).toEqual(['record-malformed']);
  expect(codes(announced({ hours: { from: '8h', to: '11h' } }))).toEqual(['record-malformed']);
  expect(codes(announced({ hours: { from: '08:00', to: '08:00' } }))).toEqual(['hours-backwards']);
  const { day: _day, ...dayless } = pointInThon2;
  expect(codes(examined(mobilePoint, { set: dayless }, { role: 'communeOfficer', unit: '18124' }))).toEqual([
    'record-malformed',
  ]);
});

test('what was changed is told with what it was, also after a second change; what was put back is no change', () => {
  const book = written(mobilePoint, '18124').write({ set: pointInThon2 });
  expect(changesOf(book.record)).toEqual([]);
  book.write({ set: { hours: { from: '14:00', to: '17:00' } } }, { after: 60 });
  book.write({ set: { hours: { from: '13:30', to: '17:00' }, place: 'Trường tiểu học' } }, { after: 120 });
  expect(changesOf(book.record)).toMatchObject([
    { field: 'hours', before: { from: '07:30', to: '11:00' }, after: { from: '13:30', to: '17:00' } },
    { field: 'place', before: 'Nhà văn hoá Thôn 2', after: 'Trường tiểu học' },
  ]);
  book.write({ set: { place: 'Nhà văn hoá Thôn 2' } }, { after: 180 });
  expect(changesOf(book.record).map(({ field }) => field)).toEqual(['hours']);
  book.write({ set: { cancelled: { reason: 'Mưa lũ' } } }, { after: 240 });
  expect(mobilePointOf(book.record)).toMatchObject({ cancelled: { reason: 'Mưa lũ' }, day: '2026-11-19' });
});

test('a village says how many it brings, in its own name only', () => {
  const own = attendanceName('17-1', '18124-02');
  expect(examined(attendance, { record: own, set: { people: 18 } }, {})).toEqual([]);
  const others = attendanceName('17-1', '18124-03');
  expect(codes(examined(attendance, { record: others, set: { people: 18 } }, {}))).toEqual(['record-malformed']);
  expect(codes(examined(attendance, { record: own, set: { people: 1.5 } }, {}))).toEqual(['record-malformed']);
  expect(
    codes(examined(attendance, { record: own, set: { people: 9 } }, { role: 'communeOfficer', unit: '18124-02' })),
  ).toEqual(['not-for-your-role']);
});

test('two members of a team tick one step each: both are ticked', () => {
  const book = written(attendance, '18124-02');
  book.write({ set: { 'step.told': true, people: 18 } }, { name: attendanceName('17-1', '18124-02') });
  book.write({ set: { 'step.papers': true } }, { by: 6 });
  expect(attendanceOf(book.record)).toMatchObject({
    people: 18,
    steps: { told: true, loudspeaker: false, papers: true },
  });
  expect(attendanceOf(undefined).people).toBeNull();
});
