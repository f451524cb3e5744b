import { knownKinds, type Operation } from '#model/operation.ts';
import { recordKind } from '#model/record.ts';
import { changing } from '#store/changing.ts';
import type { Handbook } from '#store/database.ts';
import { pageOf } from '#store/notebook-page.ts';
import { rebuildAll } from '#store/rebuild.ts';
import { situation } from '#store/situation.ts';

/** What the first app understood, which did not write it down. */
const firstKinds: readonly string[] = ['entry.record', 'entry.correct', 'entry.withdraw'];

const understood: readonly string[] = [...knownKinds, recordKind];

/**
 * After an update: operations of kinds that the app before kept without understanding them take their part in their
 * entries and records (rule L4). Reads one row when nothing is new.
 */
export const replayKept = async (db: Handbook): Promise<void> => {
  const before = (await pageOf(db, 'understood'))?.kinds ?? firstKinds;
  if ([...before].sort().join() === [...understood].sort().join()) return;
  await db.transaction('rw', changing(db), async () => {
    const known = await situation(db);
    const nowKnown = (operation: Operation) => understood.includes(operation.kind) && !before.includes(operation.kind);
    const own = await db.ownOperations.filter(({ operation }) => nowKnown(operation)).toArray();
    const accepted = await db.acceptedOperations.filter(nowKnown).toArray();
    const kept: Operation[] = [...own.map(({ operation }) => operation), ...accepted];
    if (known) await rebuildAll(db, kept, known.person.id);
    await db.notebook.put({ key: 'understood', kinds: [...understood] });
  });
};
