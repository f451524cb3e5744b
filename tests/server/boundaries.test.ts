import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Boundaries, type Polygons } from '#protocol/boundaries.ts';
import { readAs } from '#protocol/read.ts';
import { readBoundaries } from '#server/cli/boundaries-geojson.ts';
import { simplifyAreas } from '#server/cli/simplify-areas.ts';
import { boundariesFor, keepBoundaries } from '#server/storage/boundaries.ts';
import { migrate } from '#server/storage/migrate.ts';
import { addUnits } from '#server/storage/units.ts';
import { geoJson, squareAt, twoCommunes } from '../support/areas.ts';
import { databases } from '../support/databases.ts';
import { desk } from '../support/officer-desk.ts';
import { places } from '../support/places.ts';
import { runProgram } from '../support/program.ts';
import { createProvince, someOfHaTinh, type TestProvince } from '../support/province.ts';

const codes = new Set(['18124', '18127']);
const read = (areas: Parameters<typeof geoJson>[0], more?: object) => readBoundaries(geoJson(areas, more), codes);
const shiftedBy = (by: (x: number, y: number) => [number, number], polygons: Polygons): Polygons =>
  polygons.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => by(x, y))));
const square = squareAt(105.2, 18.4);

describe('a file of boundaries', () => {
  test('is read by code, whichever way its rings run, and with holes', () => {
    expect(read(twoCommunes)).toEqual({ kind: 'areas', areas: twoCommunes, points: 10, skipped: 0 });
    const clockwise = twoCommunes.map(({ unit, polygons }) => ({
      unit: Number(unit),
      polygons: polygons.map((polygon) => polygon.map((ring) => ring.slice().reverse())),
    }));
    expect(read(clockwise)).toMatchObject({ areas: twoCommunes });
    const hole = squareAt(105.22, 18.42, 0.02)[0]![0]!;
    const withHole = read([{ unit: '18124', polygons: [[square[0]![0]!, hole]] }]);
    expect(withHole).toMatchObject({ areas: [{ polygons: [[square[0]![0]!, hole.slice().reverse()]] }] });
  });

  const outer = square[0]![0]!;
  test.each([
    ['a code nobody has', [{ unit: '99999', polygons: square }], 'geo-code-unknown'],
    ['no code', [{ unit: undefined, polygons: square }], 'geo-code-missing'],
    ['a code twice', [...twoCommunes, twoCommunes[0]!], 'geo-code-twice'],
    ['an open ring', [{ unit: '18124', polygons: [[outer.slice(0, 4)]] }], 'geo-ring-open'],
    ['a ring of three points', [{ unit: '18124', polygons: [[[...outer.slice(0, 2), outer[0]]]] }], 'geo-ring-short'],
    ['a ring without an area', [{ unit: '18124', polygons: [[outer.map(([x]) => [x, 18.4])]] }], 'geo-ring-flat'],
    ['coordinates that are none', [{ unit: '18124', polygons: [[[['105', 18]]]] }], 'geo-ring-broken'],
    ['no coordinates', [{ unit: '18124', polygons: null }], 'geo-ring-broken'],
    ['latitude first', [{ unit: '18124', polygons: shiftedBy((x, y) => [y, x], square) }], 'geo-swapped'],
    [
      'metres of VN-2000',
      [{ unit: '18124', polygons: shiftedBy((x, y) => [x * 5000, y * 1e5], square) }],
      'geo-elsewhere',
    ],
  ])('with %s gives nothing and says where', (_, areas, problem) => {
    const result = read(areas);
    expect(result).toMatchObject({ kind: 'wrong-features', features: [{ feature: areas.length, problem }] });
  });

  test('says its coordinate system, is no GeoJSON, is empty or is too large: the whole file is refused by name', () => {
    const system = { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3405' } } };
    expect(read(twoCommunes, system)).toMatchObject({ kind: 'unusable', problem: 'geo-other-system' });
    const usual = { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } } };
    expect(read(twoCommunes, usual)).toMatchObject({ kind: 'areas' });
    expect(read([])).toMatchObject({ problem: 'geo-no-features' });
    for (const text of ['', '{', 'null', '[]', '{"type":"Feature"}'])
      expect(readBoundaries(Buffer.from(text), codes)).toMatchObject({ kind: 'unusable' });
    expect(readBoundaries(new Uint8Array(33 * 2 ** 20), codes)).toMatchObject({ problem: 'geo-too-large' });
  });

  test('of the whole country gives those of this province, when that is wanted', () => {
    const country = geoJson([...twoCommunes, { unit: '00001', polygons: square }]);
    expect(readBoundaries(country, codes)).toMatchObject({ kind: 'wrong-features' });
    expect(readBoundaries(country, codes, { skipUnknown: true })).toMatchObject({ areas: twoCommunes, skipped: 1 });
    const others = geoJson([{ unit: '00001', polygons: square }]);
    expect(readBoundaries(others, codes, { skipUnknown: true })).toMatchObject({ problem: 'geo-nothing-ours' });
  });
});

describe('simplifying', () => {
  /** Two neighbours with a common border of many points, each telling it in the other direction. */
  const neighbours = (wiggles: number[]) => {
    const border = wiggles.map((off, at): [number, number] => [
      105.3 + off,
      18.4 + ((at + 1) * 0.1) / (wiggles.length + 1),
    ]);
    const [foot, head]: [number, number][] = [
      [105.3, 18.4],
      [105.3, 18.5],
    ];
    const west: [number, number][] = [[105.2, 18.4], foot!, ...border, head!, [105.2, 18.5], [105.2, 18.4]];
    const east: [number, number][] = [foot!, [105.4, 18.4], [105.4, 18.5], head!, ...border.slice().reverse(), foot!];
    return [
      { unit: 'w', polygons: [[west]] },
      { unit: 'e', polygons: [[east]] },
    ];
  };
  const between = (ring: [number, number][]) => ring.filter(([x]) => x > 105.25 && x < 105.35).map(String);

  test('keeps to the budget, keeps a border one line, and leaves no ring open or without an area', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -0.03, max: 0.03, noNaN: true }), { minLength: 30, maxLength: 200 }),
        (wiggles) => {
          const areas = simplifyAreas(neighbours(wiggles), 30);
          const [west, east] = areas.map(({ polygons }) => polygons[0]![0]!) as [Polygons[0][0], Polygons[0][0]];
          expect(west.length + east.length).toBeLessThanOrEqual(30);
          expect(new Set(between(west))).toEqual(new Set(between(east)));
          for (const ring of [west, east]) {
            expect(ring.length).toBeGreaterThanOrEqual(4);
            expect(ring[0]).toEqual(ring[ring.length - 1]);
          }
        },
      ),
    );
  });

  test('leaves small islands out before it leaves an area without any', () => {
    const island = (at: number) => squareAt(105 + at / 10, 18.4, 0.0002)[0]!;
    const only = { unit: 'a', polygons: [island(1)] };
    const many = { unit: 'b', polygons: [squareAt(106, 18)[0]!, ...Array.from({ length: 9 }, (_, at) => island(at))] };
    const [a, b] = simplifyAreas([only, many], 12);
    expect(a!.polygons).toHaveLength(1);
    expect(b!.polygons).toEqual([squareAt(106, 18)[0]!]);
  });
});

describe.each(databases)('boundaries on $name', ({ open, bare }) => {
  let province: TestProvince;
  beforeEach(async () => {
    province = await createProvince({ open });
  });
  afterEach(() => province.close());

  test('are given for the units right below, to those of the subtree alone', async () => {
    await keepBoundaries(province.db, [...twoCommunes, { unit: '18124-02', polygons: square }], 1000);
    const [village, commune, above] = await Promise.all([
      province.phone('villageMember'),
      province.phone('communeOfficer'),
      province.phone('provinceOfficer'),
    ]);
    const whole = await boundariesFor(province.db, above!);
    expect(readAs(Boundaries, whole)).toEqual({ unit: '42', areas: twoCommunes });
    expect((await boundariesFor(province.db, commune!)).areas.map(({ unit }) => unit)).toEqual(['18124-02']);
    expect((await boundariesFor(province.db, village!)).areas).toEqual([]);
    for (const [who, unit] of [
      [commune!, '42'],
      [commune!, '18127'],
      [village!, '18124'],
      [above!, '1 or 1'],
    ] as const)
      await expect(boundariesFor(province.db, who, unit)).rejects.toMatchObject({ code: 'unit-out-of-scope' });
  });

  test('loaded again take the place of those of the same units, and of no others; the act is noted', async () => {
    await keepBoundaries(province.db, twoCommunes, 1000);
    await keepBoundaries(province.db, [{ unit: '18124', polygons: squareAt(106, 18) }], 2000);
    const { areas } = await boundariesFor(province.db, await province.phone('provinceOfficer'));
    expect(areas).toEqual([{ unit: '18124', polygons: squareAt(106, 18) }, twoCommunes[1]]);
    const acts = await province.db.selectFrom('audit').selectAll().orderBy('number').execute();
    expect(acts.map(({ act, at, params }) => [act, Number(at), params])).toEqual([
      ['boundaries.loaded', 1000, '{"areas":2}'],
      ['boundaries.loaded', 2000, '{"areas":1}'],
    ]);
  });

  test('over HTTP say whether they changed', async () => {
    await keepBoundaries(province.db, twoCommunes, 1000);
    const who = await province.phone('provinceOfficer');
    const first = await desk(province, who).get('/api/boundaries?unit=42');
    expect([first.statusCode, first.json()]).toEqual([200, { unit: '42', areas: twoCommunes }]);
    const again = async () =>
      (await province.app()).inject({
        url: '/api/boundaries?unit=42',
        headers: { authorization: `Bearer ${who.token}`, 'if-none-match': String(first.headers['etag']) },
      });
    expect([(await again()).statusCode, (await again()).body]).toEqual([304, '']);
    await keepBoundaries(province.db, [{ unit: '18124', polygons: squareAt(106, 18) }], 2000);
    expect((await again()).statusCode).toBe(200);
    expect((await desk(province, who).get('/api/boundaries?unit=18124&unit=42')).json()).toMatchObject({
      code: 'query-unreadable',
    });
    expect((await (await province.app()).inject('/api/boundaries')).statusCode).toBe(401);
  });

  test('a province from before maps keeps what it has, and has none', async () => {
    const db = await bare();
    await migrate(db, '2026-11-23-audit');
    await db.transaction().execute((tx) => addUnits(tx, someOfHaTinh));
    const units = await db.selectFrom('unit').selectAll().orderBy('id').execute();
    expect(await migrate(db)).toContain('2026-11-23-boundaries');
    expect(await db.selectFrom('unit').selectAll().orderBy('id').execute()).toMatchObject(units);
    expect(await db.selectFrom('boundary').selectAll().execute()).toEqual([]);
    await db.destroy();
  });
});

describe.each(places)('at the terminal, on $name', ({ find }) => {
  test('a file is loaded, or refused in sentences with nothing half-done', async () => {
    const place = await find();
    const province = await createProvince({ open: place.open });
    const file = join(place.folder, 'areas.geojson');
    const run = (bytes: Buffer, ...options: string[]) => {
      writeFileSync(file, bytes);
      return runProgram('src/server/cli/units.ts', ['boundaries', file, ...options], place.env);
    };
    const kept = async () => (await province.db.selectFrom('boundary').select('unit_id').execute()).length;

    const wrong = await run(geoJson([twoCommunes[0]!, { unit: '00001', polygons: square }]));
    expect([wrong.code, wrong.out, await kept()]).toEqual([1, '', 0]);
    expect(wrong.err).toBe(
      'Area 2: the code “00001” is of no unit of the province. Correct it, or add --skip-unknown to leave it out.\n' +
        'Nothing was loaded. Areas to correct: 1.\n',
    );
    const right = await run(geoJson([...twoCommunes, { unit: '00001', polygons: square }]), '--skip-unknown');
    expect([right.code, right.err, await kept()]).toEqual([0, '', 2]);
    expect(right.out).toBe(
      'Loaded the boundaries of 2 units, 10 points after simplifying.\n' +
        'Left out 1 areas whose codes are not of this province.\n',
    );
    const missing = await runProgram('src/server/cli/units.ts', ['boundaries', `${file}.no`], place.env);
    expect([missing.code, missing.err]).toEqual([2, expect.stringContaining('ENOENT')]);
    await province.close();
    place.clear();
  }, 60_000);
});
