import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSettings } from '#model/settings.ts';
import { paths } from '#protocol/version.ts';
import { closePeriod } from '#server/storage/closures.ts';
import { pullPage } from '#server/storage/pull.ts';
import { databases } from '../support/databases.ts';
import { createProvince, type Phone, type TestProvince } from '../support/province.ts';

describe.each(databases)('what a province decides for itself, on $name', ({ open }) => {
  let province: TestProvince;
  let top: Phone;
  const ask = async (who: Phone, change?: object) => {
    const app = await province.app();
    const headers = { authorization: `Bearer ${who.token}` };
    return change
      ? app.inject({ method: 'POST', url: paths.settings, headers, payload: change })
      : app.inject({ url: paths.settings, headers });
  };

  beforeEach(async () => {
    province = await createProvince({ open });
    top = await province.phone('provinceOfficer');
  });
  afterEach(() => province.close());

  test('at first the defaults: no photos', async () => {
    expect((await ask(top)).json()).toEqual(defaultSettings);
    expect(defaultSettings.photos).toBe(false);
  });

  test('an officer and the administrator change two things, and both stand; every phone hears of it', async () => {
    const administrator = await province.phone('administrator');
    expect((await ask(top, { photos: true, photoDays: 30 })).statusCode).toBe(200);
    expect((await ask(administrator, { silentDays: 3 })).json()).toEqual({
      ...defaultSettings,
      photos: true,
      photoDays: 30,
      silentDays: 3,
    });
    const hoa = await province.phone('villageMember');
    const { situation } = await pullPage(province, hoa, { cursor: 0, own: false, situation: '' });
    expect(situation?.settings).toMatchObject({ photos: true, photoDays: 30, silentDays: 3 });
  });

  test('nobody below the province reads or changes them here', async () => {
    for (const role of ['villageMember', 'villageLead', 'communeOfficer'] as const) {
      const who = await province.phone(role);
      expect((await ask(who)).json()).toMatchObject({ code: 'role-too-low' });
      expect((await ask(who, { photos: true })).json()).toMatchObject({ code: 'role-too-low' });
    }
    expect((await ask(top)).json()).toEqual(defaultSettings);
    expect((await (await province.app()).inject(paths.settings)).statusCode).toBe(401);
  });

  test.each([
    { photos: 'yes' },
    { photoDays: 0 },
    { silentDays: 1.5 },
    { measuresOff: ['GI_DO'] },
    { reportingDays: { villageToCommune: { day: 14, rule: 'on' } } },
    { reportingDays: { ...defaultSettings.reportingDays, villageToCommune: { day: 31, rule: 'on' } } },
    { periodKind: 'weeks' },
    { colour: 'red' },
    { photos: null },
  ])('%j is none, and changes nothing', async (change) => {
    expect((await ask(top, change)).json()).toMatchObject({ code: 'body-unreadable' });
    expect((await ask(top)).json()).toEqual(defaultSettings);
  });

  test('S3: once a period is closed the months are cut as they are, and that is said in a sentence', async () => {
    await closePeriod(province.db, { commune: '18124', period: '2026-10', by: top.person.id, at: 1 });
    const refused = await ask(top, { periodKind: 'calendarMonth', photos: true });
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({ code: 'periods-closed', message: expect.stringContaining('chốt') });
    expect((await ask(top)).json()).toEqual(defaultSettings);
  });
});
