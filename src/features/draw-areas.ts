import { geoMercator, geoPath } from 'd3-geo';
import type { UnitId } from '#model/unit.ts';
import type { Boundaries } from '#store/officer-pages.ts';

export type DrawnArea = { unit: UnitId; path: string; x: number; y: number };

/** d3 takes rings that run clockwise for land, as on a globe; those of RFC 7946 run the other way. */
const shapeOf = (polygons: Boundaries['areas'][number]['polygons']) => ({
  type: 'MultiPolygon' as const,
  coordinates: polygons.map((polygon) => polygon.map((ring) => ring.slice().reverse())),
});

/** Areas as paths in a drawing that is `width` wide and at most `most` high; `x` and `y` of their middles. */
export const drawAreas = (areas: Boundaries['areas'], width: number, most: number) => {
  const shapes = areas.map(({ unit, polygons }) => ({ unit, shape: shapeOf(polygons) }));
  const all = { type: 'GeometryCollection' as const, geometries: shapes.map(({ shape }) => shape) };
  const edge = 3;
  const projection = geoMercator().fitWidth(width - 2 * edge, all);
  const [, [, tall]] = geoPath(projection).bounds(all);
  const height = Math.min(Math.ceil(tall) + 2 * edge, most);
  projection.fitExtent(
    [
      [edge, edge],
      [width - edge, height - edge],
    ],
    all,
  );
  const path = geoPath(projection).digits(1);
  const drawn = shapes.flatMap(({ unit, shape }): DrawnArea[] => {
    const [x, y] = path.centroid(shape);
    const line = path(shape);
    return line ? [{ unit, path: line, x, y }] : [];
  });
  return { height, drawn };
};
