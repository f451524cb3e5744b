import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MadeToken, TokensPage } from '#protocol/access.ts';
import { readAs } from '#protocol/read.ts';
import { paths } from '#protocol/version.ts';
import { migrate } from '#server/storage/migrate.ts';
import { databases } from '../support/databases.ts';
import { createProvince, thatEvening, type Phone, type TestProvince } from '../support/province.ts';

const now = thatEvening / 1000;
const wish = { name: 'Trung tâm IOC', scopes: ['figures', 'units'], unit: '42', days: 90 };

describe.each(databases)('tokens of other systems, on $name', ({ open, bare }) => {
  let province: TestProvince;
  let officer: Phone;
  beforeEach(async () => {
    province = await createProvince({ open });
    officer = await province.phone('provinceOfficer');
  });
  afterEach(() => province.close());

  const ask = async (who: Phone, url: string, payload?: object) => {
    const headers = { authorization: `Bearer ${who.token}` };
    const app = await province.app();
    return payload ? app.inject({ method: 'POST', url, headers, payload }) : app.inject({ url, headers });
  };
  const acts = () =>
    province.db.selectFrom('audit').select(['act', 'subject', 'person_id']).orderBy('number').execute();

  test('one is made, told once, listed without its secret, used, and revoked; all of it is in the log', async () => {
    const answer = (await ask(officer, paths.tokens, wish)).json();
    const made = readAs(MadeToken, answer)!;
    expect(made).toEqual(answer);
    expect(made.secret).toMatch(/^st06_[\w-]{43}$/);
    expect(made.token).toMatchObject({
      name: 'Trung tâm IOC',
      scopes: ['figures', 'units'],
      unit: { id: '42' },
      createdAt: now,
      createdBy: officer.person.name,
      expiresAt: now + 90 * 86_400,
      lastUsedAt: null,
      revoked: null,
    });
    await (await province.app()).inject({ url: paths.openUnits, headers: { authorization: `Bearer ${made.secret}` } });
    const listed = await ask(officer, paths.tokens);
    expect(listed.body).not.toContain(made.secret.slice(5));
    const page = readAs(TokensPage, listed.json())!;
    expect(page.tokens).toEqual([{ ...made.token, lastUsedAt: now }]);
    expect(page.units.map(({ id }) => id)).toEqual(['42', '18124', '18127']);

    const revoked = { at: now, by: officer.person.name };
    for (let twice = 0; twice < 2; twice += 1)
      expect((await ask(officer, paths.revokeToken, { token: made.token.id })).json()).toMatchObject({ revoked });
    expect(await acts()).toEqual([
      { act: 'token.made', subject: 'Trung tâm IOC', person_id: officer.person.id },
      { act: 'token.revoked', subject: 'Trung tâm IOC', person_id: officer.person.id },
    ]);
  });

  test('nobody below the province makes, sees or revokes one', async () => {
    for (const role of ['villageMember', 'villageLead', 'communeOfficer'] as const) {
      const who = await province.phone(role);
      for (const asked of [
        ask(who, paths.tokens),
        ask(who, paths.tokens, wish),
        ask(who, paths.revokeToken, { token: 1 }),
      ])
        expect((await asked).json()).toMatchObject({ code: 'role-too-low' });
    }
    expect(await acts()).toEqual([]);
  });

  test.each([
    { ...wish, name: '   ' },
    { ...wish, name: 'x'.repeat(81) },
    { ...wish, scopes: [] },
    { ...wish, scopes: ['entries'] },
    { ...wish, days: 0 },
    { ...wish, days: 731 },
    { ...wish, secret: 'mine' },
  ])('%j is none, and nothing is made', async (bad) => {
    expect((await ask(officer, paths.tokens, bad)).json()).toMatchObject({ code: 'body-unreadable' });
    expect((await ask(officer, paths.tokens)).json()).toMatchObject({ tokens: [] });
  });

  test('a unit of elsewhere, and a token that is none', async () => {
    expect((await ask(officer, paths.tokens, { ...wish, unit: '01' })).json().code).toBe('unit-out-of-scope');
    expect((await ask(officer, paths.revokeToken, { token: 99 })).json().code).toBe('not-found');
  });

  test('a province from before them keeps what it has, also where later migrations ran already', async () => {
    const db = await bare();
    await migrate(db, '2026-11-22-records');
    await db.insertInto('setting').values({ key: 'x', value: '1' }).execute();
    expect(await migrate(db)).toContain('2026-11-23-access');
    await db.schema.dropTable('access_token').execute();
    await db
      .deleteFrom('kysely_migration' as never)
      .where('name' as never, '=', '2026-11-23-access' as never)
      .execute();
    expect(await migrate(db)).toEqual(['2026-11-23-access']);
    expect(await migrate(db)).toEqual([]);
    expect(await db.selectFrom('setting').selectAll().execute()).toEqual([{ key: 'x', value: '1' }]);
    expect(await db.selectFrom('access_token').selectAll().execute()).toEqual([]);
    await db.destroy();
  });
});
