import type { PullPage } from '#protocol/pull.ts';
import type { Cursors, Kept, Memory, Province } from '#sync/ports.ts';
import { senseless, troubleOf, type Trouble } from '#sync/trouble.ts';

const streams = ['cursor', 'communeCursor', 'provinceCursor'] as const;
type Stream = (typeof streams)[number];
const fromTheBeginning: Cursors = { cursor: 0, communeCursor: 0, provinceCursor: 0 };

/** Where a page leads. A province of before this has fewer streams: those stay where they are. */
const after = (page: PullPage, asked: Cursors): Cursors => ({
  cursor: page.cursor,
  communeCursor: page.communeCursor ?? asked.communeCursor,
  provinceCursor: page.provinceCursor ?? asked.provinceCursor,
});

/**
 * Whether another page can follow. A stream may once lie further back: a province that does not know the cursor any more
 * begins it anew. A page that promises more and gets no further would be asked for without end.
 */
const getsOn = (asked: Cursors, next: Cursors, begunAnew: Set<Stream>): boolean => {
  const back = streams.filter((stream) => next[stream] < asked[stream]);
  const twice = back.some((stream) => begunAnew.has(stream));
  back.forEach((stream) => begunAnew.add(stream));
  return !twice && streams.some((stream) => next[stream] !== asked[stream]);
};

/** Reads pages from these cursors on until the last one; each is on disk before the next is asked for (rule L1). */
const readPages = async (
  province: Province,
  from: { cursors: Cursors; own: boolean; situation: string },
  keep: (page: PullPage) => Promise<Kept | void>,
): Promise<Trouble | null | 'begun-anew'> => {
  const { own, situation } = from;
  let { cursors } = from;
  const begunAnew = new Set<Stream>();
  for (;;) {
    const outcome = await province.pull({ ...cursors, own, situation });
    if (outcome.kind !== 'answered') return troubleOf(outcome);
    const page = outcome.answer;
    const next = after(page, cursors);
    if (page.more && !getsOn(cursors, next, begunAnew)) return senseless;
    if ((await keep(page)) === 'begun-anew') return 'begun-anew';
    if (!page.more) return null;
    cursors = next;
  }
};

/** Somebody moved again while the streams of the last move were read: nobody is moved oftener in one round. */
const movesAtMost = 3;

/**
 * Brings what the team sent and what was written above it, and what this phone lost of its own (rules L1–L3, T1). Who has
 * moved reads the new unit's from the beginning, in the same round (rule T4).
 */
export const pullAll = async (memory: Memory, province: Province): Promise<Trouble | null> => {
  for (let moves = 0; moves <= movesAtMost; moves += 1) {
    const ended = await pullOnce(memory, province);
    if (ended !== 'begun-anew') return ended;
  }
  return senseless;
};

const pullOnce = async (memory: Memory, province: Province): Promise<Trouble | null | 'begun-anew'> => {
  const device = await memory.device();
  if (!device) return null;
  const { cursor, communeCursor, provinceCursor, situation } = device;
  const cursors = { cursor, communeCursor, provinceCursor };
  const trouble = await readPages(province, { cursors, own: false, situation }, (page) => memory.keep(page));
  if (trouble) return trouble;
  const now = await memory.device();
  if (!now?.holdsLess) return null;
  const again = { cursors: fromTheBeginning, own: true, situation: now.situation };
  return readPages(province, again, (page) => memory.recover(page));
};
