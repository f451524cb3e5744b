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

const choicesOf = (item: Hanging, room: number, overhang: number): { place: Hung; cost: number }[] => {
  const choices = item.tiers.flatMap((tier, tierCost) =>
    item.sides.map((side, sideCost) => ({
      place: { start: startOf(item, side, overhang), tier, side },
      cost: 3 * tierCost + sideCost,
    })),
  );
  choices.sort((one, other) => one.cost - other.cost);
  return choices.filter(({ place }) => place.start >= 0 && place.start + item.width <= room);
};

/**
 * Places for all, with no two over each other, no stem through another's words, and nothing outside 0 … `room`; the
 * lowest tiers and first sides that allow it. Undefined when there is no way.
 */
export const placeAlong = (items: readonly Hanging[], room: number, overhang = 0): Hung[] | undefined => {
  const choices = items.map((item) => choicesOf(item, room, overhang));
  let best: { cost: number; places: Hung[] } | undefined;
  const go = (places: Hung[], cost: number): void => {
    const at = places.length;
    if (at === items.length) {
      best = { cost, places };
      return;
    }
    for (const choice of choices[at]!) {
      // Choices come cheapest first: none of the rest can be better either.
      if (best && cost + choice.cost >= best.cost) return;
      const fits = places.every((other, of) => !clash(items[of]!, other, items[at]!, choice.place));
      if (fits) go([...places, choice.place], cost + choice.cost);
    }
  };
  go([], 0);
  return best?.places;
};
