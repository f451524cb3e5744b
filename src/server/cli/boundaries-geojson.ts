import type { UnitId } from '#model/unit.ts';
import type { Polygons } from '#protocol/boundaries.ts';
import { simplifyAreas, turnOf } from './simplify-areas.ts';

/** `problem` is a key of locales/{vi,en}/province/terminal.json; `feature` counts from 1. */
export type WrongFeature = { feature: number; problem: string; params: Record<string, string | number> };
export type AreaRead = { unit: UnitId; polygons: Polygons };
export type BoundariesRead =
  /** `skipped`: features of units that are none of ours, where that was allowed. */
  | { kind: 'areas'; areas: AreaRead[]; points: number; skipped: number }
  | { kind: 'wrong-features'; features: WrongFeature[] }
  /** The whole file: a key of the terminal's words. */
  | { kind: 'unusable'; problem: string; params: Record<string, string | number> };

export const largestFile = 32 * 1024 * 1024;
const mostPoints = 1_000_000;
/** On average: a phone gets a province of 69 communes in some 40 kB. */
const pointsPerArea = 100;

/** Vietnam with its islands, in degrees. */
const [west, east, south, north] = [102, 118, 6, 24];
const inVietnam = (x: number, y: number) => x >= west && x <= east && y >= south && y <= north;

type Place = [number, number];
type Problem = Omit<WrongFeature, 'feature'>;

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const parse = (bytes: Uint8Array): Record<string, unknown> | undefined => {
  try {
    return asRecord(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\uFEFF/, '')));
  } catch {
    return undefined;
  }
};

const unusable = (problem: string, params: WrongFeature['params'] = {}): BoundariesRead => ({
  kind: 'unusable',
  problem,
  params,
});

/** What the file says of its coordinates, when that is not longitude and latitude. */
const foreignSystem = (file: Record<string, unknown>): string | undefined => {
  const name = asRecord(asRecord(file['crs'])['properties'])['name'];
  return typeof name === 'string' && !/(CRS:?84|4326)$/i.test(name) ? name : undefined;
};

const ringOf = (value: unknown): Place[] | Problem => {
  const broken = (problem: string, params: Problem['params'] = {}): Problem => ({ problem, params });
  if (!Array.isArray(value)) return broken('geo-ring-broken');
  const ring: Place[] = [];
  for (const point of value as unknown[]) {
    const [x, y] = (Array.isArray(point) ? point : []) as unknown[];
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x + y)) return broken('geo-ring-broken');
    if (!inVietnam(x, y)) return broken(inVietnam(y, x) ? 'geo-swapped' : 'geo-elsewhere', { x, y });
    ring.push([x, y]);
  }
  const [first, last] = [ring[0], ring[ring.length - 1]];
  if (ring.length < 4) return broken('geo-ring-short', { points: ring.length });
  if (first![0] !== last![0] || first![1] !== last![1]) return broken('geo-ring-open');
  return turnOf(ring) === 0 ? broken('geo-ring-flat') : ring;
};

const isProblem = (ring: Place[] | Problem): ring is Problem => !Array.isArray(ring);

/** The outer ring counter-clockwise, holes the other way (RFC 7946), however they were written. */
const turned = (ring: Place[], at: number): Place[] =>
  turnOf(ring) > 0 === (at === 0) ? ring : ring.slice().reverse();

const polygonsOf = (geometry: Record<string, unknown>): Polygons | Problem => {
  const { type, coordinates } = geometry;
  if (type !== 'Polygon' && type !== 'MultiPolygon')
    return { problem: 'geo-no-polygon', params: { type: typeof type === 'string' ? type : '–' } };
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as unknown;
  if (!Array.isArray(polygons) || polygons.length === 0) return { problem: 'geo-ring-broken', params: {} };
  const read: Polygons = [];
  for (const polygon of polygons as unknown[]) {
    const rings = (Array.isArray(polygon) ? polygon : [undefined]).map(ringOf);
    const wrong = rings.find(isProblem);
    if (wrong || rings.length === 0) return wrong ?? { problem: 'geo-ring-broken', params: {} };
    read.push((rings as Place[][]).map(turned));
  }
  return read;
};

const isPolygons = (read: Polygons | Problem): read is Polygons => Array.isArray(read);

/**
 * Boundaries from a GeoJSON file whose features name their unit by its official code, in `property`. Every wrong feature
 * is reported; one is enough for none to be given. With `skipUnknown`, features of codes that are none of ours are left
 * out and counted instead.
 */
export const readBoundaries = (
  bytes: Uint8Array,
  units: ReadonlySet<UnitId>,
  { property = 'code', skipUnknown = false }: { property?: string; skipUnknown?: boolean } = {},
): BoundariesRead => {
  if (bytes.length > largestFile)
    return unusable('geo-too-large', { size: Math.ceil(bytes.length / 2 ** 20), most: largestFile / 2 ** 20 });
  const file = parse(bytes);
  if (!file) return unusable('geo-not-json');
  if (file['type'] !== 'FeatureCollection' || !Array.isArray(file['features'])) return unusable('geo-no-features');
  const system = foreignSystem(file);
  if (system !== undefined) return unusable('geo-other-system', { system });
  const features = file['features'].map(asRecord);
  if (features.length === 0) return unusable('geo-no-features');

  const wrong: WrongFeature[] = [];
  const firstOf = new Map<UnitId, number>();
  const areas: AreaRead[] = [];
  let skipped = 0;
  features.forEach((one, at) => {
    const feature = at + 1;
    const fault = (problem: string, params: WrongFeature['params'] = {}) =>
      void wrong.push({ feature, problem, params });
    const said = asRecord(one['properties'])[property];
    const code = typeof said === 'string' || typeof said === 'number' ? String(said).trim() : '';
    if (code === '') return fault('geo-code-missing', { property });
    if (!units.has(code)) {
      skipped += 1;
      return skipUnknown ? undefined : fault('geo-code-unknown', { code });
    }
    const first = firstOf.get(code);
    if (first !== undefined) return fault('geo-code-twice', { code, first });
    firstOf.set(code, feature);
    const polygons = polygonsOf(asRecord(one['geometry']));
    if (!isPolygons(polygons)) return fault(polygons.problem, { code, ...polygons.params });
    areas.push({ unit: code, polygons });
  });
  if (wrong.length > 0) return { kind: 'wrong-features', features: wrong };
  if (areas.length === 0) return unusable('geo-nothing-ours');
  if (pointsOf(areas) > mostPoints)
    return unusable('geo-too-many-points', { points: pointsOf(areas), most: mostPoints });
  const simple = simplifyAreas(areas, Math.max(2000, areas.length * pointsPerArea));
  return { kind: 'areas', areas: simple, points: pointsOf(simple), skipped };
};

const pointsOf = (areas: readonly AreaRead[]): number =>
  areas.reduce((sum, { polygons }) => sum + polygons.flat().reduce((so, ring) => so + ring.length, 0), 0);
