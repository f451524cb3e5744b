import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DevicesPage } from '#protocol/devices.ts';
import { readAs } from '#protocol/read.ts';
import { paths } from '#protocol/version.ts';
import { databases } from '../support/databases.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { desk } from '../support/officer-desk.ts';
import { record } from '../support/operations.ts';
import { createProvince, thatEvening, type Phone, type TestProvince } from '../support/province.ts';

describe.each(databases)('on $name', ({ open }) => {
  let province: TestProvince;
  let hoa: Phone;
  let officer: Phone;
  beforeEach(async () => {
    province = await createProvince({ open });
    hoa = await province.phone('villageMember');
    officer = await province.phone('communeOfficer');
  });
  afterEach(() => province.close());
  const now = thatEvening / 1000;
  const personOf = async (phone: Phone) =>
    (await desk(province, officer).devices()).people.find(({ id }) => id === phone.person.id)!;

  test('a commune officer sees the people of the villages, their phones, and what each last said it held', async () => {
    await desk(province, hoa).push([record(eveningInThon2(), { device: hoa.device, seq: 1 })], 4);
    const page = await desk(province, officer).devices();
    expect(readAs(DevicesPage, page)).toEqual(page);
    expect(page.units.map(({ id }) => id)).toEqual(['18124-01', '18124-02', '18124-03']);
    expect(page.people.map(({ name }) => name)).toEqual([officer.person.name, hoa.person.name]);
    expect(await personOf(hoa)).toMatchObject({
      disabled: null,
      devices: [{ number: hoa.device, firstSeenAt: now, lastSeenAt: now, waiting: 3, locked: null }],
    });
  });

  test('a province officer sees every commune summed up, and one commune opened', async () => {
    const provincial = await province.phone('provinceOfficer');
    await province.phone('villageMember', '18127-01');
    const page = await desk(province, provincial).devices();
    expect(page.people.map(({ name }) => name)).toEqual([provincial.person.name]);
    expect(page.communes).toMatchObject([
      { unit: { id: '18124' }, people: 2, devices: 2, disabled: 0, lastSeenAt: now },
      { unit: { id: '18127' }, people: 1, devices: 1 },
    ]);
    expect((await desk(province, provincial).devices('18127')).people).toMatchObject([{ unit: '18127-01' }]);
  });

  test('T2: a revoked phone is answered no more, with who did it and when; given back, it goes on under its token', async () => {
    const revoked = await desk(province, officer).post(paths.revokeDevice, { device: hoa.device });
    expect(revoked.json().devices).toMatchObject([{ locked: { at: now, by: officer.person.name, how: 'revoked' } }]);
    expect((await desk(province, hoa).get(paths.pull)).json().code).toBe('device-revoked');
    const again = await desk(province, officer).post(paths.restoreDevice, { device: hoa.device });
    expect(again.json().devices).toMatchObject([{ locked: null }]);
    expect((await desk(province, hoa).get(paths.pull)).statusCode).toBe(200);
  });

  test('a phone that its person signed out is shown as such, and is not given back', async () => {
    await desk(province, hoa).post(paths.signOut, {});
    expect((await personOf(hoa)).devices).toMatchObject([{ locked: { how: 'signed-out', by: null } }]);
    await desk(province, officer).post(paths.restoreDevice, { device: hoa.device });
    expect((await personOf(hoa)).devices).toMatchObject([{ locked: { how: 'signed-out' } }]);
  });

  test('T2: a disabled person is answered on no phone, until enabled again', async () => {
    const second = await province.phoneOf(hoa.person);
    const disabled = await desk(province, officer).post(paths.disablePerson, { person: hoa.person.id });
    expect(disabled.json().disabled).toEqual({ at: now, by: officer.person.name });
    for (const phone of [hoa, second])
      expect((await desk(province, phone).get(paths.pull)).json().code).toBe('person-disabled');
    expect(
      (await desk(province, officer).post(paths.enablePerson, { person: hoa.person.id })).json().disabled,
    ).toBeNull();
    for (const phone of [hoa, second]) expect((await desk(province, phone).get(paths.pull)).statusCode).toBe(200);
  });

  test('nobody locks out beyond their own unit, nor themselves; what is not there is refused by name', async () => {
    const [neighbour, lead] = [await province.phone('communeOfficer', '18127'), await province.phone('villageLead')];
    const provincial = await province.phone('provinceOfficer');
    const cases: [Phone, string, object, string][] = [
      [neighbour, paths.revokeDevice, { device: hoa.device }, 'unit-out-of-scope'],
      [neighbour, paths.disablePerson, { person: hoa.person.id }, 'unit-out-of-scope'],
      [officer, paths.disablePerson, { person: provincial.person.id }, 'unit-out-of-scope'],
      [lead, paths.revokeDevice, { device: hoa.device }, 'role-too-low'],
      [lead, paths.disablePerson, { person: hoa.person.id }, 'role-too-low'],
      [officer, paths.revokeDevice, { device: officer.device }, 'not-yourself'],
      [officer, paths.disablePerson, { person: officer.person.id }, 'not-yourself'],
      [officer, paths.revokeDevice, { device: 4711 }, 'not-found'],
      [officer, paths.disablePerson, { person: 4711 }, 'not-found'],
      [officer, paths.revokeDevice, { device: '1' }, 'body-unreadable'],
      [officer, paths.enablePerson, {}, 'body-unreadable'],
    ];
    for (const [who, url, body, code] of cases)
      expect([url, (await desk(province, who).post(url, body)).json().code]).toEqual([url, code]);
    expect((await desk(province, lead).get(paths.devices)).json().code).toBe('role-too-low');
    expect((await desk(province, neighbour).get(`${paths.devices}?unit=18124`)).json().code).toBe('unit-out-of-scope');
    expect((await desk(province, provincial).post(paths.revokeDevice, { device: hoa.device })).statusCode).toBe(200);
  });
});
