/**
 * Something to hang along a line: at `x`, `width` wide, on a stem from the line. Tier 0 is nearest to the line.
 * `sides` and `tiers` are what it may choose from, the likeliest first.
 */
export type Hanging = {
  x: number;
  width: number;
  sides: readonly ('right' | 'left' | 'middle')[];
  tiers: readonly number[];
  stem: boolean;
};

export type Hung = { start: number; tier: number; side: 'right' | 'left' | 'middle' };

const gap = 6;

const startOf = ({ x, width }: Hanging, side: Hung['side'], overhang: number) => {
  if (side === 'right') return x - overhang;
  return side === 'left' ? x + overhang - width : x - width / 2;
};

const clash = (one: Hanging, a: Hung, other: Hanging, b: Hung) =>
  (a.tier === b.tier && a.start < b.start + other.width + gap && b.start < a.start + one.width + gap) ||
  (one.stem && a.tier > b.tier && one.x > b.start - 2 && one.x < b.start + other.width + 2) ||
  (other.stem && b.tier > a.tier && other.x > a.start - 2 && other.x < a.start + one.width + 2);

/**
 * Places for all, with no two over each other, no stem through another's words, and nothing outside 0 … `room`; the
 * lowest tiers and first sides that allow it. Undefined when there is no way.
 */
export const placeAlong = (items: readonly Hanging[], room: number, overhang = 0): Hung[] | undefined => {
  let best: { cost: number; places: Hung[] } | undefined;
  const go = (places: Hung[], cost: number): void => {
    if (best && cost >= best.cost) return;
    const item = items[places.length];
    if (!item) {
      best = { cost, places };
      return;
    }
    item.tiers.forEach((tier, tierCost) =>
      item.sides.forEach((side, sideCost) => {
        const place = { start: startOf(item, side, overhang), tier, side };
        const inside = place.start >= 0 && place.start + item.width <= room;
        if (inside && places.every((other, at) => !clash(items[at]!, other, item, place)))
          go([...places, place], cost + 3 * tierCost + sideCost);
      }),
    );
  };
  go([], 0);
  return best?.places;
};
