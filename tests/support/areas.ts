import type { Polygons } from '#protocol/boundaries.ts';

type Point = [number, number];

/** A square of so many degrees, its lower left corner there, as GeoJSON rings run. */
export const squareAt = (x: number, y: number, side = 0.1): Polygons => {
  const round = (degrees: number) => Number(degrees.toFixed(4));
  const [right, top] = [round(x + side), round(y + side)];
  const ring: Point[] = [
    [x, y],
    [right, y],
    [right, top],
    [x, top],
    [x, y],
  ];
  return [[ring]];
};

/** Two of the communes that tests have, side by side. */
export const twoCommunes = [
  { unit: '18124', polygons: squareAt(105.2, 18.4) },
  { unit: '18127', polygons: squareAt(105.3, 18.4) },
];

export const geoJson = (areas: readonly { unit: unknown; polygons: unknown }[], more: object = {}): Buffer =>
  Buffer.from(
    JSON.stringify({
      type: 'FeatureCollection',
      ...more,
      features: areas.map(({ unit, polygons }) => ({
        type: 'Feature',
        properties: { code: unit },
        geometry: { type: 'MultiPolygon', coordinates: polygons },
      })),
    }),
  );
