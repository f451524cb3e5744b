import { entryOf } from '#model/entry.ts';
import { isKnown, knownKinds, type Operation } from '#model/operation.ts';
import type { Handbook } from '#store/database.ts';
import { rebuildEntries } from '#store/entry-steps.ts';
import { pageOf } from '#store/notebook-page.ts';
import { situation } from '#store/situation.ts';

/** What the first app understood, which did not write it down. */
const firstKinds: readonly string[] = ['entry.record', 'entry.correct', 'entry.withdraw'];

/**
 * After an update: operations of kinds that the app before kept without understanding them take their part in their
 * entries (rule L4). Reads one row when nothing is new.
 */
export const replayKept = async (db: Handbook): Promise<void> => {
  const before = (await pageOf(db, 'understood'))?.kinds ?? firstKinds;
  if ([...before].sort().join() === [...knownKinds].sort().join()) return;
  await db.transaction('rw', [db.notebook, db.ownOperations, db.acceptedOperations, db.entries], async () => {
    const known = await situation(db);
    const nowKnown = (operation: Operation) => isKnown(operation) && !before.includes(operation.kind);
    const own = await db.ownOperations.filter(({ operation }) => nowKnown(operation)).toArray();
    const accepted = await db.acceptedOperations.filter(nowKnown).toArray();
    const kept: Operation[] = [...own.map(({ operation }) => operation), ...accepted];
    const entries = kept.flatMap((operation) => (isKnown(operation) ? [entryOf(operation)] : []));
    if (known) await rebuildEntries(db, [...new Set(entries)], known.person.id);
    await db.notebook.put({ key: 'understood', kinds: [...knownKinds] });
  });
};
