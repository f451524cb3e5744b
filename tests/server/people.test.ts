import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '#model/person.ts';
import { MadeInvitation } from '#protocol/people.ts';
import { readAs } from '#protocol/read.ts';
import { paths } from '#protocol/version.ts';
import { databases } from '../support/databases.ts';
import { desk } from '../support/officer-desk.ts';
import { createProvince, type Phone, type TestProvince } from '../support/province.ts';

describe.each(databases)('people on $name', ({ open }) => {
  let province: TestProvince;
  let hoa: Phone;
  let officer: Phone;
  let provincial: Phone;
  let admin: Phone;
  const post = async (who: Phone, path: string, command: object) =>
    (await desk(province, who).post(path, command)).json();
  const invite = (who: Phone, role: Role, unit: string, name = 'Lê Văn Bình') =>
    post(who, paths.invitePerson, { name, role, unit });
  const signIn = async (invitation: string) =>
    (await (await province.app()).inject({ method: 'POST', url: paths.signIn, payload: { invitation } })).json();
  beforeEach(async () => {
    province = await createProvince({ open });
    hoa = await province.phone('villageMember');
    officer = await province.phone('communeOfficer');
    provincial = await province.phone('provinceOfficer');
    admin = await province.phone('administrator');
  });
  afterEach(() => province.close());

  test('somebody invited comes in once with the code, and belongs where they were put', async () => {
    const invited = await invite(officer, 'villageLead', '18124-01', '  Lê   Văn Bình ');
    expect(readAs(MadeInvitation, invited)).toEqual(invited);
    expect(invited.person).toMatchObject({
      name: 'Lê Văn Bình',
      role: 'villageLead',
      invited: { by: officer.person.name },
    });
    const { situation } = await signIn(invited.code);
    expect(situation.person).toMatchObject({ name: 'Lê Văn Bình', unit: '18124-01' });
    expect(await signIn(invited.code)).toMatchObject({ code: 'invitation-used' });
    const { people } = await desk(province, officer).devices();
    expect(people.find(({ name }) => name === 'Lê Văn Bình')).toMatchObject({ invited: null });
  });

  test('an invitation taken back opens nothing, and a further one does', async () => {
    const { code, person } = await invite(officer, 'villageMember', '18124-01');
    expect(await post(officer, paths.withdrawInvitation, { person: person.id })).toMatchObject({ invited: null });
    expect(await signIn(code)).toMatchObject({ code: 'invitation-expired' });
    const again = await post(officer, paths.invitePerson, { person: person.id });
    expect((await signIn(again.code)).situation.person.id).toBe(person.id);
  });

  test('each sees to those below and within the own subtree; an administrator to everybody', async () => {
    const codes = async (who: Phone, wishes: [Role, string][]) =>
      Promise.all(wishes.map(async ([role, unit]) => (await invite(who, role, unit)).code));
    expect(
      await codes(officer, [
        ['communeOfficer', '18124'],
        ['provinceOfficer', '42'],
        ['villageMember', '18127-01'],
        ['villageMember', '18124'],
      ]),
    ).toEqual(['role-too-low', 'role-too-low', 'unit-out-of-scope', 'unit-not-for-role']);
    expect(await codes(hoa, [['villageMember', '18124-02']])).toEqual(['role-too-low']);
    expect(
      await codes(provincial, [
        ['provinceOfficer', '42'],
        ['administrator', '42'],
      ]),
    ).toEqual(['role-too-low', 'role-too-low']);
    expect((await invite(provincial, 'communeOfficer', '18127')).person.unit).toBe('18127');
    expect((await invite(admin, 'administrator', '42')).person.role).toBe('administrator');
    expect(
      await post(officer, paths.changePerson, { person: officer.person.id, role: 'provinceOfficer', unit: '42' }),
    ).toMatchObject({ code: 'not-yourself' });
    expect(await post(provincial, paths.disablePerson, { person: admin.person.id })).toMatchObject({
      code: 'role-too-low',
    });
  });

  test('a wrong name, an ended unit, somebody stopped: refused by name, and nobody is added', async () => {
    await province.unit('18124-09', '18124', { validTo: '2026-01-31' });
    const before = await province.db.selectFrom('person').selectAll().execute();
    for (const name of ['', '   ', 'x'.repeat(101), 'Bình 0912345678', 'Bì\u0000nh'])
      expect(await invite(officer, 'villageMember', '18124-01', name)).toMatchObject({ code: 'name-unusable' });
    expect(await invite(officer, 'villageMember', '18124-09')).toMatchObject({ code: 'unit-ended' });
    await post(officer, paths.disablePerson, { person: hoa.person.id });
    expect(await post(officer, paths.invitePerson, { person: hoa.person.id })).toMatchObject({
      code: 'person-disabled',
    });
    expect(await province.db.selectFrom('person').select('id').execute()).toHaveLength(before.length);
  });

  test('moved, renamed and given another role: everybody concerned can read it in the log', async () => {
    expect(
      await post(provincial, paths.changePerson, {
        person: hoa.person.id,
        unit: '18127-01',
        role: 'villageLead',
        name: 'Nguyễn Thị Hoà',
      }),
    ).toMatchObject({ unit: '18127-01', role: 'villageLead', name: 'Nguyễn Thị Hoà' });
    const pulled = (await desk(province, hoa).get(`${paths.pull}?cursor=0`)).statusCode;
    expect(pulled).toBe(200);
    const rows = await province.db
      .selectFrom('audit')
      .select(['act', 'unit_id'])
      .where('act', '=', 'person.moved')
      .execute();
    expect(rows.map(({ unit_id }) => unit_id)).toEqual(['18127-01', '18124-02']);
    expect(await post(officer, paths.changePerson, { person: hoa.person.id, name: 'Hoa' })).toMatchObject({
      code: 'unit-out-of-scope',
    });
    await post(provincial, paths.changePerson, { person: hoa.person.id, role: 'villageLead' });
    expect(await province.db.selectFrom('audit').select('act').where('act', 'like', 'person.%').execute()).toHaveLength(
      2,
    );
  });

  test('two administrators who stop each other at once: one of them is left', async () => {
    const other = await province.phone('administrator');
    const answers = await Promise.all([
      post(admin, paths.disablePerson, { person: other.person.id }),
      post(other, paths.disablePerson, { person: admin.person.id }),
    ]);
    const left = await province.db
      .selectFrom('person')
      .select('id')
      .where('role', '=', 'administrator')
      .where('disabled_at', 'is', null)
      .execute();
    expect(left).toHaveLength(1);
    expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
  });
});
