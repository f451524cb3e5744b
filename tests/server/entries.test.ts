import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EntriesPage } from '#protocol/figures.ts';
import { readAs } from '#protocol/read.ts';
import { entriesFor } from '#server/storage/entries.ts';
import { databases } from '../support/databases.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { correction, record, withdrawal } from '../support/operations.ts';
import { createProvince, thatEvening, type Phone, type TestProvince } from '../support/province.ts';

describe.each(databases)('the entries behind a figure, from $name', ({ open }) => {
  let province: TestProvince;
  let hoa: Phone;
  let officer: Phone;
  let time: number;
  const evening = (phone: Phone, seq: number, counts: Record<string, number>, date = '2026-11-12') =>
    record(eveningInThon2({ counts, date }), { device: phone.device, seq, unit: phone.person.unit });
  const entries = async (
    asked: Partial<{ unit: string; period: string; measure: string; after: string }> = {},
    who = officer,
    most?: number,
  ) => {
    const page = await entriesFor(province, who, { unit: '18124', period: '2026-11', ...asked }, most);
    expect(readAs(EntriesPage, page)).toEqual(page);
    return page;
  };

  beforeEach(async () => {
    time = thatEvening;
    province = await createProvince({ open, clock: { now: () => time } });
    hoa = await province.phone('villageMember');
    officer = await province.phone('communeOfficer');
  });
  afterEach(() => province.close());

  test('an officer sees each entry with all it ever said, and who said it', async () => {
    const lead = await province.phone('villageLead');
    await province.push(hoa, [evening(hoa, 1, { VNEID_CAI: 6 }), evening(hoa, 2, { DVC_HD: 1 })]);
    await province.push(lead, [
      correction(`${hoa.device}-1`, eveningInThon2({ counts: { VNEID_CAI: 5 } }), {
        device: lead.device,
        unit: '18124-02',
      }),
      withdrawal(`${hoa.device}-2`, { device: lead.device, seq: 2, unit: '18124-02' }),
    ]);
    const page = await entries();
    expect(page).toMatchObject({ unit: { id: '18124' }, period: '2026-11', next: null });
    expect(page.people).toEqual([
      { id: hoa.person.id, name: hoa.person.name },
      { id: lead.person.id, name: lead.person.name },
    ]);
    expect(page.units!.map(({ id }) => id)).toEqual(['18124-02']);
    expect(
      page.entries.map(({ id, author, revisions, withdrawal: taken }) => [id, author, revisions.length, taken?.by]),
    ).toEqual([
      [`${hoa.device}-2`, hoa.person.id, 1, lead.person.id],
      [`${hoa.device}-1`, hoa.person.id, 2, undefined],
    ]);
  });

  test('how many vulnerable people were among them is told to the commune and not above it', async () => {
    const cells = { 'VNEID_CAI/gender/nu': 3, 'VNEID_CAI/vulnerable/dtts': 2 };
    const [one, two] = [eveningInThon2({ cells }), eveningInThon2({ cells: { 'VNEID_CAI/vulnerable/dtts': 1 } })];
    const named = (seq: number) => ({ device: hoa.device, seq, unit: '18124-02' });
    await province.push(hoa, [record(one, named(1)), correction(`${hoa.device}-1`, two, named(2))]);
    const told = async (who: Phone) =>
      (await entries({}, who)).entries.flatMap(({ revisions }) => revisions.map(({ content }) => content.cells));
    expect(await told(officer)).toEqual([cells, { 'VNEID_CAI/vulnerable/dtts': 1 }]);
    expect(await told(await province.phone('provinceOfficer'))).toEqual([{ 'VNEID_CAI/gender/nu': 3 }, undefined]);
  });

  test('newest first, page by page, each entry once, also when many share a day and new ones arrive meanwhile', async () => {
    const other = await province.phone('villageMember', '18124-01');
    for (let round = 0; round < 4; round += 1) {
      time += 60_000;
      await province.push(
        hoa,
        [1, 2, 3].map((i) => evening(hoa, round * 3 + i, { DVC_HD: 1 }, `2026-11-0${i}`)),
      );
      await province.push(
        other,
        [1, 2].map((i) => evening(other, round * 2 + i, { DVC_HD: 1 }, `2026-11-0${i + 1}`)),
      );
    }
    const read: EntriesPage['entries'] = [];
    let page = await entries({}, officer, 3);
    for (;;) {
      read.push(...page.entries);
      if (page.next === null) break;
      if (read.length === 6) await province.push(hoa, [evening(hoa, 13, { DVC_HD: 1 }, '2026-11-12')]);
      page = await entries({ after: page.next }, officer, 3);
    }
    expect(new Set(read.map(({ id }) => id)).size).toBe(20);
    expect(read).toHaveLength(20);
    const order = read.map(({ revisions, receivedAt }) => `${revisions[0]!.content.date} ${receivedAt}`);
    expect(order).toEqual([...order].sort().reverse());
  });

  test('by measure: only entries whose newest revision counts it, and their sum is the figure', async () => {
    await province.push(hoa, [
      evening(hoa, 1, { VNEID_CAI: 6 }),
      evening(hoa, 2, { DVC_HD: 2 }),
      evening(hoa, 3, { VNEID_CAI: 1, DVC_HD: 3 }),
      correction(`${hoa.device}-1`, eveningInThon2({ counts: { DVC_HD: 4 } }), {
        device: hoa.device,
        seq: 4,
        unit: '18124-02',
      }),
    ]);
    const page = await entries({ measure: 'VNEID_CAI' });
    expect(page.entries.map(({ id }) => id)).toEqual([`${hoa.device}-3`]);
    const first = await entries({ measure: 'DVC_HD' }, officer, 2);
    const second = await entries({ measure: 'DVC_HD', after: first.next! }, officer, 2);
    const sum = [...first.entries, ...second.entries].reduce(
      (so, { revisions }) => so + revisions[revisions.length - 1]!.content.counts['DVC_HD']!,
      0,
    );
    const kept = await province.db
      .selectFrom('rollup')
      .select('total')
      .where('unit_id', '=', '18124')
      .where('measure', '=', 'DVC_HD')
      .executeTakeFirstOrThrow();
    expect(sum).toBe(Number(kept.total));
  });

  test('by village and by period', async () => {
    const other = await province.phone('villageMember', '18124-01');
    await province.push(hoa, [evening(hoa, 1, { DVC_HD: 1 }), evening(hoa, 2, { DVC_HD: 1 }, '2026-10-14')]);
    await province.push(other, [evening(other, 1, { DVC_HD: 1 })]);
    const ids = async (asked: object) => (await entries(asked)).entries.map(({ id }) => id);
    expect(await ids({ unit: '18124-01' })).toEqual([`${other.device}-1`]);
    expect(await ids({ unit: '18124-02', period: '2026-10' })).toEqual([`${hoa.device}-2`]);
    expect(await ids({ unit: '18124-03' })).toEqual([]);
  });

  test('only an officer, only in the own subtree, and never a whole province at once', async () => {
    for (const role of ['villageMember', 'villageLead'] as const)
      await expect(entries({ unit: '18124-02' }, await province.phone(role))).rejects.toMatchObject({
        code: 'role-too-low',
      });
    for (const unit of ['18127', '18127-01', '42', 'nowhere'])
      await expect(entries({ unit })).rejects.toMatchObject({ code: 'unit-out-of-scope' });
    const above = await province.phone('provinceOfficer');
    await expect(entries({ unit: '42' }, above)).rejects.toMatchObject({ code: 'query-unreadable' });
    expect((await entries({ unit: '18127-01' }, above)).entries).toEqual([]);
  });

  test('a place nobody gave is refused by name', async () => {
    for (const after of ['', 'x', '2026-11-12', '2026-11-12,1,1-1,1', "2026-11-12,1,'--"])
      await expect(entries({ after })).rejects.toMatchObject({ code: 'query-unreadable' });
  });
});

test.each(databases)(
  'figures and entries over the network, from $name: scope, rights and questions nobody can read are refused by name',
  async ({ open }) => {
    const province = await createProvince({ open });
    const app = await province.app();
    const officer = await province.phone('communeOfficer');
    const hoa = await province.phone('villageMember');
    const get = async (phone: Phone, url: string) => {
      const response = await app.inject({ url, headers: { authorization: `Bearer ${phone.token}` } });
      return [response.statusCode, response.json().code ?? response.json().unit.id];
    };
    expect(await get(officer, '/api/figures')).toEqual([200, '18124']);
    expect(await get(officer, '/api/figures?unit=18124-01&period=2026-11')).toEqual([200, '18124-01']);
    expect(await get(officer, '/api/figures?unit=42')).toEqual([403, 'unit-out-of-scope']);
    for (const query of ['period=2026-13', 'period=9999-12', 'period=0000-01', 'unit=18124&unit=42'])
      expect(await get(officer, `/api/figures?${query}`)).toEqual([400, 'query-unreadable']);
    expect(await get(officer, '/api/entries?unit=18124&period=2026-11')).toEqual([200, '18124']);
    expect(await get(hoa, '/api/entries?unit=18124-02&period=2026-11')).toEqual([403, 'role-too-low']);
    for (const query of ['unit=18124', 'period=2026-11', 'unit=18124&period=2026-11&after=x'])
      expect(await get(officer, `/api/entries?${query}`)).toEqual([400, 'query-unreadable']);
    await province.close();
  },
);
