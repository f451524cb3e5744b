import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readVillages } from '#server/cli/villages-csv.ts';
import type { ProvinceDatabase } from '#server/province.ts';
import { firstStart } from '#server/setup/first-start.ts';
import { officialUnits } from '#server/setup/official-units.ts';
import { importVillages } from '#server/storage/import-villages.ts';
import { migrate } from '#server/storage/migrate.ts';
import { unitsOfLevel } from '#server/storage/units.ts';
import { morning } from '../support/demo-province.ts';
import { places, type Place } from '../support/places.ts';
import { runProgram } from '../support/program.ts';

const head = 'commune_code,village_code,name,type';
const bytes = (...lines: string[]) => Buffer.from(lines.join('\n'));
const communes = new Map(
  (await officialUnits()).filter(({ parent }) => parent === '42').map((unit) => [unit.id, unit]),
);
const read = (...lines: string[]) => readVillages(bytes(...lines), communes);
const today = '2026-11-21';

describe('a file of villages', () => {
  test('is read with comma or semicolon, with or without a byte order mark, types said either way', () => {
    const expected = {
      kind: 'villages',
      villages: [
        { id: '18196-01', name: 'Thôn Kim Cương', type: 'thon', parent: '18196', validFrom: '2025-07-01', demo: false },
        { id: '18073-7a', name: 'Tổ dân phố 7', type: 'to-dan-pho', parent: '18073', validFrom: '2026-01-15' },
      ],
      rows: [2, 3],
    };
    const rows = ['18196,01,Thôn Kim Cương,thon,', '18073,7a,Tổ dân phố  7,Tổ dân phố,2026-01-15'];
    const full = [`${head},valid_from`, ...rows];
    expect(read(...full)).toMatchObject(expected);
    expect(read(...full.map((line) => line.replaceAll(',', ';')))).toMatchObject(expected);
    expect(read(`\uFEFF${full.join('\r\n')}\r\n\r\n`)).toMatchObject(expected);
    expect(read(...full.map((line) => line.normalize('NFD')))).toMatchObject(expected);
  });

  test('a quoted name may hold a comma; columns may stand in any order', () => {
    expect(read('type,name,village_code,commune_code', 'ban,"Bản Rào Tre, Hương Khê",1,18196')).toMatchObject({
      villages: [{ name: 'Bản Rào Tre, Hương Khê', type: 'ban' }],
    });
  });

  test.each([
    ['18197,01,Thôn 1,thon', 'commune_code', 'csv-commune-unknown'],
    [',01,Thôn 1,thon', 'commune_code', 'csv-commune-unknown'],
    ['18196,,Thôn 1,thon', 'village_code', 'csv-code-wrong'],
    ['18196,0/1,Thôn 1,thon', 'village_code', 'csv-code-wrong'],
    ['18196,demo1,Thôn 1,thon', 'village_code', 'csv-code-wrong'],
    ['18196,01,,thon', 'name', 'csv-name-wrong'],
    ['18196,01,<b>Thôn</b>,thon', 'name', 'csv-name-wrong'],
    [`18196,01,${'x'.repeat(101)},thon`, 'name', 'csv-name-wrong'],
    ['18196,01,Thôn 1,xóm', 'type', 'csv-type-unknown'],
    ['18196,01,Thôn 1', 'type', 'csv-type-unknown'],
    ['18196,01,Thôn 1,thon,1/7/2025', 'valid_from', 'csv-day-wrong'],
    ['18196,01,Thôn 1,thon,2026-02-30', 'valid_from', 'csv-day-wrong'],
  ])('with the row %j is wrong in one cell, which is named', (row, column, problem) => {
    const result = read(`${head},valid_from`, '18196,09,Thôn 9,thon', row);
    expect(result).toMatchObject({ kind: 'wrong-cells', cells: [{ row: 3, column, problem }] });
  });

  test('tells every wrong cell of every row at once', () => {
    const result = read(head, '1,01,,xom', '18196,02,Thôn 2,thon', '18196,02,Thôn Hai,thon');
    expect(result.kind === 'wrong-cells' && result.cells.map(({ row, column }) => [row, column])).toEqual([
      [2, 'commune_code'],
      [2, 'name'],
      [2, 'type'],
      [4, 'village_code'],
    ]);
  });

  test('in another encoding, broken, empty or without its columns is refused by name', () => {
    expect(readVillages(Buffer.from(`${head}\n18196,01,Th\xf4n 1,thon`, 'latin1'), communes)).toEqual({
      kind: 'not-utf8',
    });
    expect(read(head, '18196,01,"Thôn 1,thon')).toMatchObject({ kind: 'broken' });
    expect(read('')).toEqual({ kind: 'empty' });
    expect(read(head)).toEqual({ kind: 'empty' });
    expect(read('xa,thon', '18196,Thôn 1')).toMatchObject({ kind: 'wrong-cells', cells: { length: 4 } });
  });
});

describe.each(places)('importing into $name', ({ find }) => {
  let place: Place;
  let db: ProvinceDatabase;
  beforeAll(async () => {
    place = await find();
    db = place.open();
    await migrate(db);
    await firstStart(db, { code: '42', demo: true, at: morning / 1000 });
  });
  afterAll(async () => {
    await db.destroy();
    place.clear();
  });
  const villages = (...lines: string[]) => {
    const result = read(head, ...lines);
    if (result.kind !== 'villages') throw new Error(result.kind);
    return result.villages;
  };
  const living = async (commune: string) =>
    (await unitsOfLevel(db, 'village', commune)).filter(({ validTo }) => validTo === null).map(({ id }) => id);

  test('ends the demonstration villages of that commune, but not one that people wrote entries for', async () => {
    await db
      .insertInto('entry')
      .values({
        id: '1-1',
        device: 1,
        commune_id: '18196',
        unit_id: '18196-demo2',
        period: '2026-12',
        date: today,
        withdrawn: 0,
        entry: '{}',
        received_at: 1,
      })
      .execute();
    const imported = await importVillages(db, villages('18196,01,Thôn 1,thon', '18196,02,Thôn 2,thon'), today);
    expect(imported).toEqual({ kind: 'imported', added: 2, unchanged: 0, ended: 3 });
    expect(await living('18196')).toEqual(['18196-01', '18196-02', '18196-demo2']);
    expect((await unitsOfLevel(db, 'village', '18196')).find(({ id }) => id === '18196-demo1')!.validTo).toBe(
      '2026-11-20',
    );
    expect((await living('18199')).every((id) => id.includes('demo'))).toBe(true);
  });

  test('the same file again changes nothing', async () => {
    const again = await importVillages(db, villages('18196,01,Thôn 1,thon', '18196,02,Thôn 2,thon'), today);
    expect(again).toEqual({ kind: 'imported', added: 0, unchanged: 2, ended: 0 });
  });

  test('a code that another village has stops the whole file', async () => {
    const result = await importVillages(db, villages('18199,01,Thôn Mới,thon', '18196,01,Thôn Khác,thon'), today);
    expect(result).toMatchObject({ kind: 'taken', taken: [{ at: 1, by: { name: 'Thôn 1' } }] });
    expect(await living('18199')).not.toContain('18199-01');
  });

  test('at the terminal, beside a running province: rows, columns and reasons, and an exit code', async () => {
    const file = join(place.folder, 'villages.csv');
    const run = (...lines: string[]) => {
      writeFileSync(file, bytes(...lines));
      return runProgram('src/server/cli/units.ts', ['import', file], place.env);
    };
    const wrong = await run(head, '18199,03,Thôn 3,thon', '18199,04,Thôn 4,xom');
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain('Row 3, column type: there is no type “xom”. Use: thon, ap, ban, to-dan-pho, khu-pho.');
    expect(await living('18199')).not.toContain('18199-03');

    const taken = await run(head, '18199,03,Thôn 3,thon', '18196,01,Thôn Khác,thon');
    expect([taken.code, taken.err]).toEqual([
      1,
      expect.stringContaining('Row 3, column village_code: the code “01” belongs to Thôn 1'),
    ]);

    const right = await run(head, '18199,03,Thôn 3,thon');
    expect([right.code, right.err]).toEqual([0, '']);
    expect(await living('18199')).toEqual(['18199-03']);
  }, 120_000);

  test('people are invited to a unit of their role, and to no other', async () => {
    const people = (...parameters: string[]) => runProgram('src/server/cli/people.ts', parameters, place.env);
    const lead = ['invite', '--role', 'villageLead', '--name', 'Võ Thị Mẫu', '--unit'];
    const invited = await people(...lead, '18196-01');
    expect([invited.code, invited.out]).toEqual([
      0,
      expect.stringMatching(/Võ Thị Mẫu, Thôn 1, Sơn Kim 1 commune\n[0-9A-Z]{4}-/),
    ]);
    expect((await people(...lead, '18196')).err).toMatch(/wants a village/);
    expect((await people(...lead, '18196-demo1')).err).toMatch(/has ended/);
    expect((await people(...lead, '00000')).err).toMatch(/No unit has the code/);
    expect((await people('list')).out).toContain('Võ Thị Mẫu  (village team lead, Thôn 1, Sơn Kim 1 commune)');
  }, 60_000);
});
