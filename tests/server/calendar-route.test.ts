import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultSettings } from '#model/settings.ts';
import { paths } from '#protocol/version.ts';
import { changeSettings } from '#server/storage/change-settings.ts';
import { createProvince, type TestProvince } from '../support/province.ts';

let province: TestProvince;
beforeEach(async () => {
  province = await createProvince();
});
afterEach(() => province.close());

const calendar = async (query: Record<string, string> = {}) =>
  (await province.app()).inject({ url: paths.calendar, query });
/** A long line goes on after a break and a space (RFC 5545, 3.1). */
const unfolded = (body: string) => body.replace(/\r\n /g, '');

test('a calendar app without a token reads the village’s reporting days and the holidays', async () => {
  const answer = await calendar();
  expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
  const text = unfolded(answer.body);
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(text).toContain('UID:villageToCommune-2026-12@so-tay-06');
  expect(text).not.toContain('UID:communeToProvince');
  // 14/12/2026 is a Monday.
  expect(text).toContain('DTSTART;VALUE=DATE:20261214');
});

test('it follows the province’s setting, the level and the language asked for', async () => {
  const { reportingDays } = defaultSettings;
  await changeSettings(province.db, {
    reportingDays: { ...reportingDays, villageToCommune: { day: 10, rule: 'on' } },
  });
  expect(unfolded((await calendar({ level: 'commune', language: 'en' })).body)).toMatch(
    /UID:villageToCommune-2026-12@so-tay-06\r\nDTSTAMP:\w+\r\nDTSTART;VALUE=DATE:20261210/,
  );
  expect((await calendar({ language: 'en' })).body).not.toBe((await calendar()).body);
});

test('it names nobody and no unit', async () => {
  const hoa = await province.phone('villageMember');
  const text = unfolded((await calendar({ level: 'province' })).body);
  for (const name of [hoa.person.name, 'Sơn Kim', '18124']) expect(text).not.toContain(name);
});

test.each([{ level: 'district' }, { language: 'fr' }])('%j is no calendar of ours', async (query) => {
  expect((await calendar(query)).json()).toMatchObject({ code: 'query-unreadable' });
});
