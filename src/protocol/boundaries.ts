import * as v from 'valibot';

/** Longitude and latitude in degrees, WGS 84. */
const Point = v.tuple([v.number(), v.number()]);
/** As RFC 7946 says: rings are closed, the outer one runs counter-clockwise, those after it are holes. */
const Polygon = v.array(v.array(Point));
export type Polygons = [number, number][][][];

export const BoundariesQuestion = v.object({ unit: v.optional(v.string()) });

/** The boundaries of the units right below one, of those that have any: coordinates of a GeoJSON MultiPolygon each. */
export const Boundaries = v.object({
  unit: v.string(),
  areas: v.array(v.object({ unit: v.string(), polygons: v.array(Polygon) })),
});
export type Boundaries = v.InferOutput<typeof Boundaries>;
