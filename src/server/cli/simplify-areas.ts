import type { Polygons } from '#protocol/boundaries.ts';

type Point = [number, number];
type Area = { polygons: Polygons };

/** Of a degree: 11 metres, finer than a screen shows of a commune. */
const grain = 10_000;

const same = (one: Point, other: Point) => one[0] === other[0] && one[1] === other[1];
const keyOf = ([x, y]: Point) => `${x},${y}`;
const before = (one: Point, other: Point) => one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);

const rounded = (ring: readonly Point[]): Point[] =>
  ring
    .map(([x, y]): Point => [Math.round(x * grain) / grain, Math.round(y * grain) / grain])
    .filter((point, at, all) => at === 0 || !same(point, all[at - 1]!));

/** Twice the signed area of a closed ring: above 0 where it runs counter-clockwise. */
export const turnOf = (ring: readonly Point[]): number =>
  ring.slice(1).reduce((sum, [x, y], at) => sum + ring[at]![0] * y - x * ring[at]![1], 0);

const distance2 = ([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number => {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2;
};

/** Douglas and Peucker's line: no point of the old one is farther than `tolerance` from the new one. */
const simpler = (line: readonly Point[], tolerance: number): Point[] => {
  const kept = new Set([0, line.length - 1]);
  const spans: [number, number][] = [[0, line.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    let [farthest, most] = [-1, tolerance * tolerance];
    for (let at = from + 1; at < to; at += 1) {
      const far = distance2(line[at]!, line[from]!, line[to]!);
      if (far > most) [farthest, most] = [at, far];
    }
    if (farthest < 0) continue;
    kept.add(farthest);
    spans.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, at) => kept.has(at));
};

/** The same line, whichever neighbour tells it: both sides of a border stay one line. */
const oneWay = (line: readonly Point[], tolerance: number): Point[] => {
  const [first, last] = [line[0]!, line[line.length - 1]!];
  const closed = same(first, last);
  const turned = closed ? before(line[line.length - 2]!, line[1]!) : before(last, first);
  return turned ? simpler(line.slice().reverse(), tolerance).reverse() : simpler(line, tolerance);
};

/** Points where borders meet or end: their neighbours along all rings are not just two. */
const meetings = (rings: readonly Point[][]): Set<string> => {
  const neighbours = new Map<string, Set<string>>();
  const join = (one: Point, other: Point) => {
    const key = keyOf(one);
    neighbours.set(key, (neighbours.get(key) ?? new Set<string>()).add(keyOf(other)));
  };
  for (const ring of rings)
    ring.slice(1).forEach((point, at) => {
      join(point, ring[at]!);
      join(ring[at]!, point);
    });
  return new Set([...neighbours].filter(([, { size }]) => size !== 2).map(([key]) => key));
};

const simplerRing = (ring: readonly Point[], fixed: ReadonlySet<string>, tolerance: number): Point[] => {
  const open = ring.slice(0, -1);
  // An island is cut at its westernmost point, which every reading of it finds again.
  const met = open.findIndex((point) => fixed.has(keyOf(point)));
  const west = open.reduce((least, point, at) => (before(point, open[least]!) ? at : least), 0);
  const start = met >= 0 ? met : west;
  const turned = [...open.slice(start), ...open.slice(0, start), open[start]!];
  const result: Point[] = [turned[0]!];
  let line: Point[] = [turned[0]!];
  turned.slice(1).forEach((point, at) => {
    line.push(point);
    if (!fixed.has(keyOf(point)) && at < turned.length - 2) return;
    result.push(...oneWay(line, tolerance).slice(1));
    line = [point];
  });
  return result;
};

const isRing = (ring: readonly Point[]) => ring.length >= 4 && turnOf(ring) !== 0;

/** Small islands and holes that came to nothing are left out; of an area something always stays. */
const withoutNothing = (polygons: Polygons, whole: Polygons): Polygons => {
  const left = polygons
    .filter(([outer]) => outer && isRing(outer))
    .map(([outer, ...holes]) => [outer!, ...holes.filter(isRing)]);
  if (left.length > 0) return left;
  const size = ([outer]: Polygons[number]) => Math.abs(turnOf(outer ?? []));
  return [whole.reduce((largest, polygon) => (size(polygon) > size(largest) ? polygon : largest))];
};

const pointsIn = (areas: readonly Area[]): number =>
  areas.reduce((sum, { polygons }) => sum + polygons.flat().reduce((so, ring) => so + ring.length, 0), 0);

/**
 * The same areas with at most `most` points in all, or a tenth of a degree's coarseness: coordinates rounded to 11 metres,
 * then lines simplified as little as is needed. A border between two areas stays one line.
 */
export const simplifyAreas = <A extends Area>(areas: readonly A[], most: number): A[] => {
  const fine = areas.map((area) => {
    const polygons = area.polygons.map((polygon) => polygon.map(rounded));
    return { ...area, polygons: withoutNothing(polygons, area.polygons) };
  });
  const fixed = meetings(fine.flatMap(({ polygons }) => polygons.flat()));
  let result = fine;
  for (let tolerance = 1 / grain; pointsIn(result) > most && tolerance < 0.1; tolerance *= 1.5)
    result = fine.map((area) => {
      const polygons = area.polygons.map((polygon) => polygon.map((ring) => simplerRing(ring, fixed, tolerance)));
      return { ...area, polygons: withoutNothing(polygons, area.polygons) };
    });
  return result;
};
