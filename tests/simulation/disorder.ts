import type { Fate } from '../support/network.ts';
import type { WireRequest } from '../support/wire.ts';
import type { Seeded } from './seeded.ts';

/** What can go wrong between a phone and the province, by name, so that a history can be given some or all of it. */
export const faults = {
  drop: () => ({ kind: 'lost' }),
  lostReply: () => ({ kind: 'reply-lost' }),
  delay: () => ({ kind: 'late' }),
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
export type Fault = keyof typeof faults;
export const allFaults = Object.keys(faults) as Fault[];

/** How bad the lines of one history are. */
export type Disorder = { of: Fault[]; share: number; narrow: number | null };

export const someDisorder = (seeded: Seeded): Disorder => ({
  of: allFaults.filter(() => seeded.happens(0.7)),
  share: 0.1 + seeded.chance() * 0.6,
  // A proxy on the way that lets no large body through, ever: the batches have to shrink (rule P6).
  narrow: seeded.happens(0.15) ? 300 + seeded.below(900) : null,
});

const tooLargeFor = (narrow: number | null, { body }: WireRequest): Fate | undefined =>
  narrow !== null && body && body.length > narrow
    ? { kind: 'refused', status: 413, refusal: { code: 'body-too-large', params: { most: narrow } } }
    : undefined;

/** A line with that disorder, or what remains of it once faults have stopped. */
export const lineOf =
  ({ of, share, narrow }: Disorder, seeded: Seeded, stopped: () => boolean) =>
  (request: WireRequest): Fate => {
    const refused = tooLargeFor(narrow, request);
    if (refused) return refused;
    if (stopped() || of.length === 0 || !seeded.happens(share)) return { kind: 'through' };
    return faults[seeded.oneOf(of)](seeded);
  };
