import { expect, test } from 'vitest';
import { isFor } from '#model/records/addressees.ts';
import { announcement, announcementLimit, announcementOf } from '#model/records/announcement.ts';
import { readMark, readMarkName, readOf } from '#model/records/read-mark.ts';
import { examined, written } from '../../support/village-records.ts';

const codes = (faults: { code: string }[]) => faults.map(({ code }) => code);
const meeting = { title: 'Họp Tổ công tác', text: 'Sáng thứ Bảy 14/11, 08:00, tại nhà văn hoá.', units: 'all' };
const byOfficer = (set: object) =>
  codes(examined(announcement, { set: { ...meeting, ...set } }, { role: 'communeOfficer', unit: '18124' }));

test('officers announce; what is empty, too long or holds a citizen’s number is refused', () => {
  expect(byOfficer({})).toEqual([]);
  expect(byOfficer({ title: '' })).toEqual(['record-malformed']);
  expect(byOfficer({ text: 'a'.repeat(announcementLimit + 1) })).toEqual(['note-too-long']);
  expect(byOfficer({ text: 'CCCD 042085001234' })).toEqual(['note-has-id-number']);
  expect(codes(examined(announcement, { set: meeting }, {}))).toEqual(['not-for-your-role']);
});

test('it is for all, or for some units and everybody below them', () => {
  expect(isFor('all', ['18124-02', '18124', '42'])).toBe(true);
  expect(isFor(['18124'], ['18124-02', '18124', '42'])).toBe(true);
  expect(isFor(['18124-03'], ['18124-02', '18124', '42'])).toBe(false);
});

test('a team reads one version; written anew, the announcement is unread, whatever the clocks say', () => {
  const book = written(announcement, '18124').write({ set: meeting }, { after: 0 });
  const first = announcementOf(book.record);
  const mark = written(readMark, '18124-02').write(
    { set: { read: first.version } },
    { name: readMarkName(first.id, '18124-02'), after: 9_999_999 },
  );
  expect(readOf(mark.record)?.version).toBe(announcementOf(book.record).version);
  book.write({ set: { title: meeting.title, text: 'Dời sang Chủ nhật 15/11.' } }, { by: 9, after: 60 });
  expect(readOf(mark.record)?.version).not.toBe(announcementOf(book.record).version);
  expect(announcementOf(book.record)).toMatchObject({ at: first.at, changedAt: first.at + 60 });
  expect(readOf(undefined)).toBeUndefined();
});
