import type { PullPage } from '#protocol/pull.ts';
import type { Cursors, Memory, Province } from '#sync/ports.ts';
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
  keep: (page: PullPage) => Promise<void>,
): Promise<Trouble | null> => {
  const { own, situation } = from;
  let { cursors } = from;
  const begunAnew = new Set<Stream>();
  for (;;) {
    const outcome = await province.pull({ ...cursors, own, situation });
    if (outcome.kind !== 'answered') return troubleOf(outcome);
    const page = outcome.answer;
    const next = after(page, cursors);
    if (page.more && !getsOn(cursors, next, begunAnew)) return senseless;
    await keep(page);
    if (!page.more) return null;
    cursors = next;
  }
};

/** Brings what the team sent and what was written above it, and what this phone lost of its own (rules L1–L3, T1). */
export const pullAll = async (memory: Memory, province: Province): Promise<Trouble | null> => {
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
