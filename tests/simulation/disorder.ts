import type { Fate } from '../support/network.ts';
import type { WireRequest } from '../support/wire.ts';
import { faultsOfLine, isMishap, type Fault, type FaultOfLine } from './faults.ts';
import type { Seeded } from './seeded.ts';

/** How bad the lines of one history are. */
export type Disorder = { of: FaultOfLine[]; share: number; narrow: number | null };

export const disorderOf = (faults: readonly Fault[], seeded: Seeded): Disorder => ({
  of: faults.filter((fault): fault is FaultOfLine => !isMishap(fault)),
  share: 0.2 + seeded.chance() * 0.5,
  // A proxy on the way that lets no large body through, ever: the batches have to shrink (rule P6).
  narrow: faults.includes('tooLarge') && seeded.happens(0.5) ? 300 + seeded.below(900) : null,
});

const tooLargeFor = (narrow: number | null, { body }: WireRequest): Fate | undefined =>
  narrow !== null && body && body.length > narrow
    ? { kind: 'refused', status: 413, refusal: { code: 'body-too-large', params: { most: narrow } } }
    : undefined;

/** A line with that disorder, or what remains of it once faults have stopped. */
export const lineOf =
  ({ of, share, narrow }: Disorder, seeded: Seeded, stopped: () => boolean, met: (fault: FaultOfLine) => void) =>
  (request: WireRequest): Fate => {
    const refused = tooLargeFor(narrow, request);
    if (refused) return refused;
    if (stopped() || of.length === 0 || !seeded.happens(share)) return { kind: 'through' };
    const fault = seeded.oneOf(of);
    met(fault);
    return faultsOfLine[fault](seeded);
  };
