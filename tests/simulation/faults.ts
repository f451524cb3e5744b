import type { Fate } from '../support/network.ts';
import { seeded, type Seeded } from './seeded.ts';

/** What can go wrong with one request, by name. */
export const faultsOfLine = {
  drop: () => ({ kind: 'lost' }),
  lostReply: () => ({ kind: 'reply-lost' }),
  delay: () => ({ kind: 'slow' }),
  reorder: () => ({ kind: 'late' }),
  duplicate: () => ({ kind: 'twice' }),
  cutRequest: ({ chance }) => ({ kind: 'cut', part: chance() }),
  cutReply: ({ chance }) => ({ kind: 'reply-cut', part: chance() }),
  busy: ({ below }) => ({
    kind: 'refused',
    status: 503,
    refusal: { code: 'province-busy', params: {} },
    retryAfter: below(120),
  }),
  tooLarge: () => ({ kind: 'refused', status: 413, refusal: { code: 'body-too-large', params: { most: 1 } } }),
  portal: () => ({ kind: 'portal' }),
} satisfies Record<string, (seeded: Seeded) => Fate>;
export type FaultOfLine = keyof typeof faultsOfLine;

/** What can befall a phone, its app or the server; mishaps.ts says how. */
const mishaps = [
  'serverKilled',
  'browserKilled',
  'twoTabs',
  'wrongClock',
  'fullDisk',
  'revoked',
  'migration',
  'update',
  'newerProvince',
  'newerApp',
  'eviction',
] as const;
export type MishapName = (typeof mishaps)[number];

export type Fault = FaultOfLine | MishapName;
export const allFaults: Fault[] = [...(Object.keys(faultsOfLine) as FaultOfLine[]), ...mishaps];
export const isMishap = (fault: Fault): fault is MishapName => (mishaps as readonly string[]).includes(fault);

const pairs: Fault[][] = allFaults.flatMap((one, i) => allFaults.slice(i + 1).map((other) => [one, other]));
const aloneAndInPairs: Fault[][] = [...allFaults.map((fault) => [fault]), ...pairs];

/** So many histories from any seed on meet every fault alone and every two together. */
export const seedsToMeetAll = 1000;

/** Of each thousand seeds the first go through every fault alone, the next through every pair, the rest mix at least three. */
export const faultsOf = (seed: number): Fault[] => {
  const place = (((seed - 1) % seedsToMeetAll) + seedsToMeetAll) % seedsToMeetAll;
  const fixed = aloneAndInPairs[place];
  if (fixed) return fixed;
  const { happens, oneOf } = seeded(seed ^ 0x5eed);
  const mixed = new Set(allFaults.filter(() => happens(0.35)));
  while (mixed.size < 3) mixed.add(oneOf(allFaults));
  return [...mixed];
};
