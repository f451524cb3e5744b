import type { Totals } from '#model/totals.ts';
import type { PullPage } from '#protocol/pull.ts';
import type { Situation } from '#protocol/situation.ts';
import { comparison, differencesBetween, ownTotals } from '#store/comparison.ts';
import type { Handbook, SessionRow } from '#store/database.ts';
import { waitingCount } from '#store/outbox.ts';

const same = (a: Totals, b: Totals) => differencesBetween(a, b).length === 0;

/**
 * In a transaction, after a page: the journal against the province's sums (rule P4). Only when both speak of the same:
 * nothing waits, no page is missing, nothing lost is still to be read back. Made again only after something changed.
 */
export const compare = async (db: Handbook, me: SessionRow, known: Situation, page: PullPage): Promise<void> => {
  const before = await comparison(db);
  const changed = !before || before.stale || page.operations.length > 0 || !same(before.held, page.holding.totals);
  if (!changed) return;
  if (page.more || me.holdsLess || (await waitingCount(db)) > 0) {
    if (before) await db.notebook.put({ ...before, stale: true });
    return;
  }
  const phone = await ownTotals(db, me.device, known.person.id, known.settings.periodKind);
  const differences = differencesBetween(phone, page.holding.totals);
  await db.notebook.put({
    key: 'comparison',
    at: page.at * 1000,
    through: page.holding.highestSeq,
    differences,
    held: page.holding.totals,
    stale: false,
    readBack: differences.length > 0 && before?.readBack === true,
  });
};
