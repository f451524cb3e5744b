import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { valueOf } from '#model/record.ts';
import { readAs } from '#protocol/read.ts';
import { RecordsPage } from '#protocol/records.ts';
import { paths } from '#protocol/version.ts';
import { chalkboard } from '../support/chalkboard.ts';
import { databases } from '../support/databases.ts';
import { createProvince, thatEvening, type Phone, type TestProvince } from '../support/province.ts';
import { write } from '../support/record-writes.ts';
import { slate } from '../support/slate.ts';

describe.each(databases)('records of an area, from $name', ({ open }) => {
  let province: TestProvince;
  let commune: Phone;
  let top: Phone;
  const asked = async (who: Phone, query: Record<string, string>) => {
    const app = await province.app();
    return app.inject({ url: paths.records, query, headers: { authorization: `Bearer ${who.token}` } });
  };
  const page = async (who: Phone, query: Record<string, string>) => {
    const answer = await asked(who, query);
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    const read = readAs(RecordsPage, answer.json());
    expect(read).toEqual(answer.json());
    return read!;
  };
  const ids = ({ records }: RecordsPage) => records.map(({ id }) => id);
  const done = (village: string, month: string) =>
    ({ type: 'slate', record: `slate:${village}:${month}`, set: { done: true } }) as const;

  beforeEach(async () => {
    province = await createProvince({ open, recordTypes: [chalkboard, slate] });
    commune = await province.phone('communeOfficer');
    top = await province.phone('provinceOfficer');
    const hoa = await province.phone('villageMember');
    const far = await province.phone('villageMember', '18127-01');
    await province.push(hoa, [
      write(done('18124-02', '2026-11'), { device: hoa.device, seq: 1 }),
      write(done('18124-02', '2026-10'), { device: hoa.device, seq: 2 }),
      write({ type: 'chalkboard', set: { text: 'Họp' } }, { device: hoa.device, seq: 3 }),
    ]);
    await province.push(far, [write(done('18127-01', '2026-11'), { device: far.device, seq: 1, unit: '18127-01' })]);
    await province.push(top, [
      write({ type: 'chalkboard', set: { text: 'Tỉnh' } }, { device: top.device, seq: 1, unit: '42' }),
    ]);
  });
  afterEach(() => province.close());

  test('the province’s officer sees those of all units, with every version, and the units’ names', async () => {
    const slates = await page(top, { type: 'slate', unit: '42' });
    expect(ids(slates)).toEqual(['slate:18124-02:2026-10', 'slate:18124-02:2026-11', 'slate:18127-01:2026-11']);
    expect(slates.at).toBe(thatEvening / 1000);
    expect(slates.units.map(({ id }) => id)).toContain('18127-01');
    expect(slates.records.map((record) => valueOf(record, 'done'))).toEqual([true, true, true]);
    expect(ids(await page(top, { type: 'chalkboard' }))).toHaveLength(2);
  });

  test('of one commune, or one village, no others, and nothing of the units above', async () => {
    expect(ids(await page(top, { type: 'slate', unit: '18127' }))).toEqual(['slate:18127-01:2026-11']);
    const own = await page(commune, { type: 'chalkboard' });
    expect(own.records.map(({ unit }) => unit)).toEqual(['18124-02']);
    expect(own.units.map(({ id }) => id)).toEqual(['18124', '18124-01', '18124-02', '18124-03']);
    expect(ids(await page(commune, { type: 'slate', unit: '18124-01' }))).toEqual([]);
  });

  test('of one period: what is named by another month is left out, what is named by none is not', async () => {
    expect(ids(await page(top, { type: 'slate', period: '2026-11' }))).toEqual([
      'slate:18124-02:2026-11',
      'slate:18127-01:2026-11',
    ]);
    expect(ids(await page(top, { type: 'slate', period: '2026-09' }))).toEqual([]);
    expect(ids(await page(top, { type: 'chalkboard', period: '2026-09' }))).toHaveLength(2);
  });

  test('nobody reads beyond the own area, and a village reads its records from its own phone', async () => {
    const elsewhere = await province.phone('communeOfficer', '18127');
    const member = await province.phone('villageLead');
    const code = async (who: Phone, query: Record<string, string>) => (await asked(who, query)).json().code as string;
    expect(await code(elsewhere, { type: 'slate', unit: '18124-02' })).toBe('unit-out-of-scope');
    expect(await code(commune, { type: 'slate', unit: '42' })).toBe('unit-out-of-scope');
    expect(await code(top, { type: 'slate', unit: '99' })).toBe('unit-out-of-scope');
    expect(await code(member, { type: 'slate' })).toBe('role-too-low');
    expect(await code(top, { type: 'sl\0te' })).toBe('query-unreadable');
    expect(await code(top, { type: 'slate', period: '1999-01' })).toBe('query-unreadable');
    expect(await code(top, {})).toBe('query-unreadable');
    expect((await (await province.app()).inject(`${paths.records}?type=slate`)).statusCode).toBe(401);
  });
});
