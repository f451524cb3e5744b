/** One measured number. `ratio` is ours over the reference, both measured in the same run. */
export type Figure = {
  name: string;
  value: number;
  unit: string;
  reference: number;
  ratio: number;
  /** Where something crosses a wire: ours, then the reference's. */
  requests?: [number, number];
  bytes?: [number, number];
};

const short = (value: number) => Number(value.toPrecision(4));

export const figure = (name: string, value: number, unit: string, reference: number): Figure => ({
  name,
  value: short(value),
  unit,
  reference: short(reference),
  ratio: short(value / reference),
});

export const percentile = (samples: readonly number[], share: number): number => {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
};

/** Runs ours and the reference in turn, so that a machine that slows down slows both; gives the medians of each. */
export const inTurn = async (rounds: number, ours: () => Promise<number>, reference: () => Promise<number>) => {
  const samples: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    samples[0].push(await ours());
    samples[1].push(await reference());
  }
  return { ours: percentile(samples[0], 0.5), reference: percentile(samples[1], 0.5) };
};
