import { describe, expect, test } from 'vitest';
import { historyOf } from '#features/units/history.ts';
import { readFileOfVillages } from '#features/units/read-file-of-villages.ts';
import { findUnits, treeOn } from '#features/units/tree.ts';
import type { FormerUnit } from '#model/former-unit.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import type { UnitProfile } from '#store/officer-pages.ts';

const unit = (id: UnitId, name: string, but: Partial<Unit> = {}): Unit => ({
  id,
  name,
  type: id.includes('-') ? 'thon' : 'xa',
  level: id.includes('-') ? 'village' : id.length === 2 ? 'province' : 'commune',
  parent: id.includes('-') ? id.slice(0, 5) : id.length === 2 ? null : '42',
  validFrom: '2025-07-01',
  validTo: null,
  mergedInto: [],
  demo: false,
  ...but,
});
const units = [
  unit('42', 'Hà Tĩnh', { type: 'tinh' }),
  unit('18481', 'Xuân Lộc'),
  unit('18481-10', 'Thôn 10'),
  unit('18481-2', 'Thôn 2'),
  unit('18481-3', 'Thôn Xuân', { validTo: '2026-01-31' }),
  unit('18490', 'Đồng Lộc'),
];
const quangLoc: FormerUnit = {
  unit: '18481',
  name: 'Quang Lộc',
  type: 'xa',
  district: 'Huyện Can Lộc',
  code: '18482',
  until: '2025-06-30',
};
const today = '2026-11-20';

test('the tree is that of the day, in the order people count and spell', () => {
  const tree = treeOn(units, today)!;
  expect(tree.below.get('42')!.map(({ name }) => name)).toEqual(['Đồng Lộc', 'Xuân Lộc']);
  expect(tree.below.get('18481')!.map(({ name }) => name)).toEqual(['Thôn 2', 'Thôn 10']);
  expect(treeOn(units, '2025-12-01')!.below.get('18481')).toHaveLength(3);
  expect(treeOn([], today)).toBeUndefined();
});

describe('a search', () => {
  const found = (wanted: string) =>
    findUnits({ units, former: [quangLoc] }, wanted, today).map((one) => [one.unit.id, one.former?.name]);
  test('finds by name without marks, by code, and by a former name or code', () => {
    expect(found('dong loc')).toEqual([['18490', undefined]]);
    expect(found('18481')).toEqual([['18481', undefined]]);
    expect(found('quang lộc')).toEqual([['18481', 'Quang Lộc']]);
    expect(found('18482')).toEqual([['18481', 'Quang Lộc']]);
    expect(found('  ')).toEqual([]);
  });
  test('has names that begin so first, and what is gone as such', () => {
    expect(found('xuan')).toEqual([
      ['18481', undefined],
      ['18481-3', undefined],
    ]);
    expect(found('loc').map(([id]) => id)).toEqual(['18481', '18490', '18481']);
  });
});

describe('the history of a unit', () => {
  const profile = (but: Partial<UnitProfile> = {}): UnitProfile => ({
    at: 0,
    unit: units[1]!,
    above: [],
    before: [],
    after: [],
    former: [],
    below: 0,
    people: 0,
    official: [],
    closed: [],
    ...but,
  });
  const told = (but: Partial<UnitProfile>) => historyOf(profile(but)).map(({ kind, day }) => [kind, day]);

  test('begins with what it came from, or with its own first day', () => {
    expect(told({})).toEqual([['formed', '2025-07-01']]);
    expect(told({ former: [quangLoc] })).toEqual([['from-former', '2025-07-01']]);
  });
  test('tells names, units taken in, closed months and what it became, newest first', () => {
    const renamed = { ...quangLoc, name: 'Cũ', district: '', code: null, until: '2026-02-27' };
    const taken = unit('18490', 'Đồng Lộc', { validTo: '2026-03-31', mergedInto: ['18481'] });
    const grandparent = unit('18491', 'Xa', { validTo: '2025-08-31', mergedInto: ['18490'] });
    expect(
      told({
        unit: { ...units[1]!, validTo: '2026-12-31' },
        former: [quangLoc, renamed],
        before: [taken, grandparent],
        after: [unit('18500', 'Mới')],
        closed: [{ period: '2026-10', closedAt: Date.UTC(2026, 9, 15) / 1000 }],
      }),
    ).toEqual([
      ['became', '2027-01-01'],
      ['closed', '2026-10-15'],
      ['from-units', '2026-04-01'],
      ['renamed', '2026-02-28'],
      ['from-former', '2025-07-01'],
    ]);
    expect(told({ unit: { ...units[1]!, validTo: '2026-12-31' } })[0]).toEqual(['ended', '2026-12-31']);
  });
});

describe('a file of villages in the browser', () => {
  const communes = new Map([['18481', units[1]!]]);
  const read = (content: string | Uint8Array<ArrayBuffer>) =>
    readFileOfVillages(new File([content], 'thon.csv'), communes);
  const head = 'commune_code,village_code,name,type';

  test('is read whatever parts its cells, and with heads as offices write them', async () => {
    for (const parted of [',', ';', '\t'])
      expect(await read(`${head}\n18481,01,Thôn 1,thôn`.replaceAll(',', parted))).toMatchObject({
        kind: 'villages',
        villages: [{ id: '18481-01', name: 'Thôn 1', type: 'thon', parent: '18481' }],
      });
    expect(await read('Mã xã;Mã thôn;Tên thôn;Loại\n18481;01;Tổ 1;Tổ dân phố')).toMatchObject({ kind: 'villages' });
  });

  test('in another encoding, with another separator, or with a quotation mark left open says so', async () => {
    const windows1258 = new Uint8Array([...`${head}\n18481,01,Th`].map((sign) => sign.charCodeAt(0)).concat(0xf4));
    expect((await read(windows1258)).kind).toBe('not-text');
    expect(await read(`${head}\n18481,01,Thôn 1,thon`.replaceAll(',', '|'))).toMatchObject({
      kind: 'wrong-cells',
      cells: { length: 4, 0: { row: 1, problem: 'csv-column-missing' } },
    });
    expect(await read(`${head}\n18481,01,"Thôn 1,thon\n18481,02,Thôn 2,thon`)).toEqual({ kind: 'broken', row: 2 });
    expect((await read(head)).kind).toBe('empty');
  });

  test('of 100,000 rows with one bad one gives none, and names that one', async () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => `18481,${at},Thôn ${at},thon`);
    rows[70_000] = '18481,70000,,thon';
    expect(await read([head, ...rows].join('\n'))).toEqual({
      kind: 'wrong-cells',
      cells: [{ row: 70_002, column: 'name', problem: 'csv-name-wrong', params: { value: '' } }],
    });
    expect(await read([head, ...rows.slice(0, 10_001)].join('\n'))).toEqual({ kind: 'too-many', count: 10_001 });
  });
});
