import type { InjectOptions } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AccessScope } from '#model/access.ts';
import { readCsv } from '#model/csv.ts';
import { OpenFigures, OpenPeriod, OpenReport, OpenTarget, OpenUnit, openPage } from '#protocol/open-pages.ts';
import { readAs } from '#protocol/read.ts';
import { paths } from '#protocol/version.ts';
import { buildApp } from '#server/app.ts';
import { makeToken, revokeToken } from '#server/storage/access-tokens.ts';
import { closePeriod } from '#server/storage/closures.ts';
import { databases } from '../support/databases.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { record } from '../support/operations.ts';
import { createProvince, thatEvening, type Phone, type TestProvince } from '../support/province.ts';
import { write } from '../support/record-writes.ts';

const day = 24 * 60 * 60 * 1000;

describe.each(databases)('what other systems read, on $name', ({ open }) => {
  let province: TestProvince;
  let officer: Phone;
  let time: number;
  beforeEach(async () => {
    time = thatEvening;
    province = await createProvince({ open, clock: { now: () => time } });
    officer = await province.phone('administrator');
  });
  afterEach(() => province.close());

  const token = async (scopes: AccessScope[] = ['figures', 'units', 'reports'], unit = '42', days = 30) =>
    (await makeToken(province, officer, { name: 'IOC', scopes, unit, days })).secret;
  const ask = async (url: string, secret: string | undefined, headers: Record<string, string> = {}) =>
    (await province.app()).inject({
      url,
      headers: { ...headers, ...(secret !== undefined && { authorization: `Bearer ${secret}` }) },
    } as InjectOptions);
  const code = async (url: string, secret?: string) => (await ask(url, secret)).json<{ code: string }>().code;
  const logged = async (unit: string, counts: Record<string, number>) => {
    const phone = await province.phone('villageMember', unit);
    const said = record(eveningInThon2({ counts }), { device: phone.device, seq: 1, unit });
    expect((await province.push(phone, [said])).refused).toEqual([]);
  };

  test('sums of every level, with how complete they are, and they add up', async () => {
    await logged('18124-01', { VNEID_CAI: 3 });
    await logged('18124-02', { VNEID_CAI: 4, DVC_HD: 1 });
    await logged('18127-01', { VNEID_CAI: 50 });
    const secret = await token(['figures']);
    const rows = async (query: string) => {
      const page = (await ask(`${paths.openFigures}?period=2026-11&${query}`, secret)).json();
      expect(readAs(openPage(OpenFigures), page)).toEqual(page);
      return page.data as OpenFigures[];
    };
    expect(await rows('')).toEqual([
      {
        unit: '18124',
        name: 'Sơn Kim 1',
        level: 'commune',
        period: '2026-11',
        closed: false,
        teams: 3,
        teamsReported: 2,
        lastReceivedAt: '2026-11-12T12:30:00.000Z',
        totals: { VNEID_CAI: 7, DVC_HD: 1 },
      },
      expect.objectContaining({ unit: '18127', teams: 2, teamsReported: 1, totals: { VNEID_CAI: 50 } }),
    ]);
    expect(await rows('level=province')).toMatchObject([
      { unit: '42', teams: 5, totals: { VNEID_CAI: 57, DVC_HD: 1 } },
    ]);
    expect(await rows('level=village')).toHaveLength(5);
    expect((await rows('level=village&unit=18127')).map(({ unit }) => unit)).toEqual(['18127-01', '18127-02']);
  });

  test('CSV by parameter or by Accept: the same rows, numbers as numbers, Vietnamese letters marked as UTF-8', async () => {
    await logged('18124-02', { VNEID_CAI: 4 });
    const secret = await token();
    const asked = await ask(`${paths.openFigures}?format=csv`, secret);
    expect(asked.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(asked.body.startsWith('\uFEFF')).toBe(true);
    const [heads, first] = readCsv(asked.body);
    expect(first![heads!.indexOf('name')]).toBe('Sơn Kim 1');
    expect(first![heads!.indexOf('VNEID_CAI')]).toBe('4');
    const preferred = await ask(paths.openFigures, secret, { accept: 'application/json;q=0.5, text/csv' });
    expect(preferred.body).toBe(asked.body);
    const other = await ask(paths.openFigures, secret, { accept: '*/*' });
    expect(other.headers['content-type']).toContain('json');
  });

  test('page by page everything comes, once, and in the order of the codes', async () => {
    const secret = await token(['units']);
    const codes: string[] = [];
    let cursor: string | null = '';
    let pages = 0;
    while (cursor !== null) {
      const answer = await ask(`${paths.openUnits}?limit=3${cursor && `&cursor=${cursor}`}`, secret);
      const page: { data: { code: string }[]; next: string | null } = answer.json();
      expect(readAs(openPage(OpenUnit), page)).toEqual(page);
      codes.push(...page.data.map((row) => row.code));
      const link = answer.headers['link'];
      const onwards = `<${paths.openUnits}?limit=3&cursor=${page.next}>; rel="next"`;
      expect(link).toBe(page.next === null ? undefined : onwards);
      cursor = page.next;
      pages += 1;
    }
    expect(pages).toBe(3);
    expect(codes).toHaveLength(8);
    expect(new Set(codes).size).toBe(8);
    expect(await code(`${paths.openUnits}?cursor=%00`, secret)).toBe('parameter-unreadable');
  });

  test('units as they stood on a day, with what came after them', async () => {
    await province.unit('18000', '42', { validTo: '2026-10-31', mergedInto: ['18124'], name: 'Cũ' });
    const secret = await token(['units']);
    const on = async (asOf: string) =>
      (await ask(`${paths.openUnits}?asOf=${asOf}`, secret)).json<{ data: OpenUnit[] }>().data;
    expect((await on('2026-10-31')).find((one) => one.code === '18000')).toMatchObject({ successors: ['18124'] });
    expect((await on('2026-11-01')).map((one) => one.code)).not.toContain('18000');
    expect(await on('2025-06-30')).toEqual([]);
  });

  test('who has a page already is told so and sent nothing; a new entry makes it another', async () => {
    const secret = await token();
    const before = await ask(paths.openFigures, secret);
    const mark = String(before.headers['etag']);
    time += 60_000;
    const again = await ask(paths.openFigures, secret, { 'if-none-match': `"x", ${mark}` });
    expect([again.statusCode, again.body, again.headers['etag']]).toEqual([304, '', mark]);
    expect((await ask(`${paths.openFigures}?format=csv`, secret, { 'if-none-match': mark })).statusCode).toBe(200);
    await logged('18124-02', { VNEID_CAI: 4 });
    expect((await ask(paths.openFigures, secret, { 'if-none-match': mark })).statusCode).toBe(200);
  });

  test('periods from the first with work on, targets that stand, and how reports stand', async () => {
    await logged('18124-02', { VNEID_CAI: 4 });
    await closePeriod(province.db, {
      commune: '18124',
      period: '2026-11',
      by: officer.person.id,
      at: thatEvening / 1000,
    });
    const aim = (seq: number, goal: string, value: number | null, period = '2026-11') =>
      write(
        { type: 'target', record: `target:${goal}:18127:${period}`, set: { value } },
        { device: officer.device, seq, unit: '18127' },
      );
    const set = [aim(1, 'VNEID_CAI', 90), aim(2, 'DVC_HD', null), aim(3, 'VNEID_CAI', 20, '2026-12')];
    expect((await province.push(officer, set)).refused).toEqual([]);
    const secret = await token();
    const rows = async (url: string) => (await ask(url, secret)).json<{ data: unknown[] }>().data;

    const periods = await rows(paths.openPeriods);
    expect(periods).toEqual([{ period: '2026-11', first: '2026-10-15', last: '2026-11-14', communes: 2, closed: 1 }]);
    expect(readAs(openPage(OpenPeriod), { data: periods, next: null })).toBeDefined();
    const targets = await rows(`${paths.openTargets}?period=2026-11`);
    expect(targets).toEqual([{ unit: '18127', name: 'Sơn Kim 2', goal: 'VNEID_CAI', period: '2026-11', value: 90 }]);
    expect(readAs(openPage(OpenTarget), { data: targets, next: null })).toBeDefined();
    expect(await rows(`${paths.openTargets}?limit=1`)).toHaveLength(1);
    const reports = await rows(paths.openReports);
    expect(reports).toMatchObject([
      { unit: '18124', period: '2026-11', standing: 'closed', closedAt: '2026-11-12T12:30:00.000Z' },
      { unit: '18127', standing: 'open', closedAt: null },
    ]);
    expect(readAs(openPage(OpenReport), { data: reports, next: null })).toBeDefined();
  });

  test('a token reads its own area and no other, and its own part and no other', async () => {
    await logged('18124-02', { VNEID_CAI: 4 });
    await logged('18127-01', { VNEID_CAI: 50 });
    const secret = await token(['figures'], '18127');
    const data = async (query: string) =>
      (await ask(`${paths.openFigures}?${query}`, secret)).json<{ data: OpenFigures[] }>().data.map(({ unit }) => unit);
    expect(await data('')).toEqual(['18127']);
    expect(await data('level=village')).toEqual(['18127-01', '18127-02']);
    expect(await code(`${paths.openFigures}?level=province`, secret)).toBe('unit-out-of-scope');
    for (const unit of ['18124', '18124-02', '42', 'nowhere', "'; drop"])
      expect(await code(`${paths.openFigures}?unit=${encodeURIComponent(unit)}`, secret)).toBe('unit-out-of-scope');
    const refused = await ask(paths.openUnits, secret, { 'accept-language': 'vi' });
    expect(refused.statusCode).toBe(403);
    expect(refused.json()).toMatchObject({ code: 'token-out-of-scope', message: expect.stringContaining('units') });
    expect(await code(paths.openReports, secret)).toBe('token-out-of-scope');
    expect((await ask(paths.openPeriods, secret)).statusCode).toBe(200);
  });

  test('revoked, expired, unknown, of a phone: each is told by name, and a token opens nothing of the phones', async () => {
    const made = await makeToken(province, officer, { name: 'IOC', scopes: ['units'], unit: '42', days: 1 });
    const phone = await province.phone('provinceOfficer');
    expect(await code(paths.openUnits)).toBe('access-token-needed');
    expect(await code(paths.openUnits, `st06_${'A'.repeat(43)}`)).toBe('access-token-unknown');
    expect(await code(paths.openUnits, phone.token)).toBe('access-token-unknown');
    expect(await code(paths.figures, made.secret)).toBe('token-stale');
    const row = await province.db.selectFrom('access_token').selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain(made.secret.slice(5));
    time += day;
    const late = await ask(paths.openUnits, made.secret);
    expect([late.statusCode, late.json().code]).toEqual([401, 'access-token-expired']);
    time -= day;
    await revokeToken(province, officer, made.token.id);
    expect(await code(paths.openUnits, made.secret)).toBe('access-token-revoked');
  });

  test('one that asks too often waits, and is told how long; another is not held up', async () => {
    const [eager, calm] = [await token(), await token()];
    const reading = { requests: 2, seconds: 60 };
    const app = await buildApp(province, { trustProxy: false, logger: false, behindTls: false, reading });
    const of = (secret: string) =>
      app.inject({ url: paths.openPeriods, headers: { authorization: `Bearer ${secret}` } });
    expect((await of(eager)).headers['ratelimit-remaining']).toBe('1');
    await of(eager);
    const refused = await of(eager);
    expect([refused.statusCode, refused.json().code]).toEqual([429, 'token-too-busy']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await of(calm)).statusCode).toBe(200);
    await app.close();
  });

  test.each([
    ['period', 'period=2026-13'],
    ['period', 'period=1999-01'],
    ['limit', 'limit=0'],
    ['limit', 'limit=5000'],
    ['level', 'level=district'],
    ['format', 'format=xml'],
    ['period', 'period=2026-11&period=2026-10'],
  ])('a %s that cannot be read is named: %s', async (name, query) => {
    const refused = await ask(`${paths.openFigures}?${query}`, await token());
    expect(refused.statusCode).toBe(400);
    expect(refused.json()).toMatchObject({ code: 'parameter-unreadable', params: { name } });
  });
});
