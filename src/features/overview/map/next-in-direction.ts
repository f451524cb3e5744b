export type Spot = { x: number; y: number };

const ways: Record<string, Spot> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
};

/** The spot nearest to one in the direction of an arrow key, what lies askew counting as farther; undefined where none is. */
export const nextInDirection = <S extends Spot>(spots: readonly S[], from: Spot, key: string): S | undefined => {
  const way = ways[key];
  if (!way) return undefined;
  const found = spots.flatMap((spot) => {
    const [dx, dy] = [spot.x - from.x, spot.y - from.y];
    const ahead = dx * way.x + dy * way.y;
    const aside = Math.abs(dx * way.y) + Math.abs(dy * way.x);
    return ahead > 0.5 && aside <= 2 * ahead ? [{ spot, far: ahead + 2 * aside }] : [];
  });
  return found.sort((a, b) => a.far - b.far)[0]?.spot;
};
