import { seeded } from '../simulation/seeded.ts';
import type { Kind, Tally } from './kind.ts';

/** So many kills for each kind, by their shares, together exactly `kills`. */
export const sharedOut = (kinds: readonly Kind[], kills: number): number[] => {
  const whole = kinds.reduce((sum, { share }) => sum + share, 0);
  let [shares, given] = [0, 0];
  return kinds.map(({ share }) => {
    shares += share;
    const upToHere = Math.round((kills * shares) / whole);
    const own = upToHere - given;
    given = upToHere;
    return own;
  });
};

/** Every kind in turn, each from the same seed. */
export const crashAll = async (
  kinds: readonly Kind[],
  kills: number,
  seed: number,
  say: (line: string) => void,
): Promise<Tally> => {
  const sum: Tally = { kills: 0, acknowledged: 0, lost: 0, doubled: 0 };
  for (const [i, own] of sharedOut(kinds, kills).entries()) {
    if (own === 0) continue;
    const kind = kinds[i]!;
    const tally = await kind.run(own, seeded(seed), say);
    say(`${kind.name}: ${sentence(tally)}`);
    for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key];
  }
  return sum;
};

export const sentence = ({ kills, acknowledged, lost, doubled }: Tally): string =>
  `${kills} kills, ${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled`;
