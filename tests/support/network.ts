import type { Refusal } from '#protocol/refusals.ts';
import type { Wire, WireAnswer, WireRequest } from './wire.ts';

/**
 * What becomes of one request. Where the server hears of it, it hears of it for real; what the phone is left with is
 * decided here.
 */
export type Fate =
  | { kind: 'through' }
  /** It never arrives. */
  | { kind: 'lost' }
  /** The server does what it is asked; its answer does not come back. */
  | { kind: 'reply-lost' }
  /** It takes so long that others get their turn meanwhile. */
  | { kind: 'slow' }
  /** The phone waits in vain; the request arrives when the phone has long gone on. */
  | { kind: 'late' }
  /** A second copy arrives when the phone has long gone on. */
  | { kind: 'twice' }
  /** Only the first part arrives (0 to 1), and the line is dead. */
  | { kind: 'cut'; part: number }
  /** Only the first part of the answer comes back, and looks whole. */
  | { kind: 'reply-cut'; part: number }
  /** Something on the way says no, or the province is busy. */
  | { kind: 'refused'; status: number; refusal: Refusal; retryAfter?: number }
  /** A captive portal answers in the province's place. */
  | { kind: 'portal' };

/** `heard` is what the phone was left with: the status of an answer, or none. */
export type Asked = { request: WireRequest; fate: Fate['kind']; heard: number | 'silence' | 'time-out' };
export type Line = (request: WireRequest) => Promise<WireAnswer | 'silence' | 'time-out'>;

export type Network = Line & {
  asked: Asked[];
  /** Delivers one of the copies still under way, or says that there is none. */
  deliverLate(pick: (many: number) => number): Promise<boolean>;
};

const text = (words: string) => new TextEncoder().encode(words);

/** A bad line to a good server. `fateOf` is asked for each request; `meanwhile` runs while it is under way. */
export const networkOver = (
  wire: Wire,
  fateOf: (request: WireRequest) => Fate,
  meanwhile: (request: WireRequest) => Promise<void> = async () => {},
): Network => {
  const asked: Asked[] = [];
  const underWay: WireRequest[] = [];

  const line: Line = async (request) => {
    const fate = fateOf(request);
    const noted: Asked = { request, fate: fate.kind, heard: 'silence' };
    asked.push(noted);
    await meanwhile(request);
    const heard = await left(request, fate);
    noted.heard = typeof heard === 'string' ? heard : heard.status;
    return heard;
  };

  const left = async (request: WireRequest, fate: Fate): ReturnType<Line> => {
    switch (fate.kind) {
      case 'through':
        return wire(request);
      case 'lost':
        return 'silence';
      case 'reply-lost':
        await wire(request);
        await meanwhile(request);
        return 'silence';
      case 'slow':
        for (let i = 0; i < 3; i++) await meanwhile(request);
        return wire(request);
      case 'late':
        underWay.push(request);
        return 'time-out';
      case 'twice':
        underWay.push(request);
        return wire(request);
      case 'cut': {
        const { body } = request;
        if (body) await wire({ ...request, body: body.slice(0, Math.floor(body.length * fate.part)) });
        return 'silence';
      }
      case 'reply-cut': {
        const answer = await wire(request);
        if (answer === 'silence') return answer;
        return { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length * fate.part)) };
      }
      case 'refused':
        return {
          status: fate.status,
          headers: fate.retryAfter === undefined ? {} : { 'retry-after': String(fate.retryAfter) },
          body: text(JSON.stringify(fate.refusal)),
        };
      case 'portal':
        return { status: 200, headers: { 'content-type': 'text/html' }, body: text('<html>Mời mua gói cước</html>') };
    }
  };

  const deliverLate = async (pick: (many: number) => number) => {
    const [request] = underWay.splice(pick(underWay.length), 1);
    if (!request) return false;
    await wire(request);
    return true;
  };
  return Object.assign(line, { asked, deliverLate });
};

export const always = (fate: Fate) => (): Fate => fate;

/** The given fates in turn, for pushes or for pulls only if so said; everything else goes through. */
export const fates = (list: Fate[], of: '/api/push' | '/api/pull' | '/api/' = '/api/') => {
  const left = [...list];
  return ({ url }: WireRequest): Fate => (url.startsWith(of) ? left.shift() : undefined) ?? { kind: 'through' };
};
