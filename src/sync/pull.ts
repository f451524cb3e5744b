import type { PullPage } from '#protocol/pull.ts';
import type { Memory, Province } from '#sync/ports.ts';
import { senseless, troubleOf, type Trouble } from '#sync/trouble.ts';

/** Reads pages from a cursor on until the last one; each is on disk before the next is asked for (rule L1). */
const readPages = async (
  province: Province,
  from: { cursor: number; own: boolean; situation: string },
  keep: (page: PullPage) => Promise<void>,
): Promise<Trouble | null> => {
  let { cursor } = from;
  for (let first = true; ; first = false) {
    const outcome = await province.pull({ ...from, cursor });
    if (outcome.kind !== 'answered') return troubleOf(outcome);
    const page = outcome.answer;
    // A page that promises more and gets no further would be asked for without end. Only at first may it lie further
    // back: a province that does not know the cursor any more begins anew.
    if (page.more && (first ? page.cursor === cursor : page.cursor <= cursor)) return senseless;
    await keep(page);
    if (!page.more) return null;
    cursor = page.cursor;
  }
};

/** Brings what the team sent, and what this phone lost of its own (rules L1–L3, T1). */
export const pullAll = async (memory: Memory, province: Province): Promise<Trouble | null> => {
  const device = await memory.device();
  if (!device) return null;
  const { cursor, situation } = device;
  const trouble = await readPages(province, { cursor, own: false, situation }, (page) => memory.keep(page));
  if (trouble) return trouble;
  const after = await memory.device();
  return after?.holdsLess
    ? readPages(province, { cursor: 0, own: true, situation: after.situation }, (page) => memory.recover(page))
    : null;
};
