/** Two figures that mean something: 1234 is 1200, 0.0456 is 0.046; never finer than `grain`. */
const round = (value: number, grain: number): number => {
  const step = Math.max(grain, 10 ** (Math.floor(Math.log10(value)) - 1));
  return Number((Math.round(value / step) * step).toPrecision(12));
};

/**
 * Where values are cut into at most `most` classes of about equally many: the lower edges of all classes but the first,
 * ascending, rounded to be read aloud, in steps of at least `grain`. No class is empty. Values are 0 or above.
 */
export const classBreaks = (values: readonly number[], { most = 5, grain = 1 } = {}): number[] => {
  const sorted = values.slice().sort((a, b) => a - b);
  const edges: number[] = [];
  let from = 0;
  for (let part = 1; part < most; part += 1) {
    const value = sorted[Math.floor((part * sorted.length) / most)];
    if (value === undefined || value <= 0) continue;
    const edge = round(value, grain);
    const to = sorted.findIndex((one) => one >= edge);
    if (to <= from) continue;
    edges.push(edge);
    from = to;
  }
  return edges;
};

/** The class of a value: 0 is the lowest. */
export const classOf = (value: number, edges: readonly number[]): number =>
  edges.filter((edge) => value >= edge).length;
