import type { Operation } from '#model/operation.ts';
import type { Handbook } from '#store/database.ts';
import { waitingCount } from '#store/outbox.ts';
import { session } from '#store/session.ts';

/** The oldest operations that wait, at most `most`, up to the first gap between them (rule P2); and how many wait in all. */
export const oldestWaiting = (db: Handbook, most: number): Promise<{ operations: Operation[]; waiting: number }> =>
  db.transaction('r', [db.notebook, db.ownOperations], async () => {
    const me = await session(db);
    if (!me) return { operations: [], waiting: 0 };
    const rows = await db.ownOperations.where('state').equals('waiting').limit(most).toArray();
    const first = rows[0]?.seq ?? 0;
    const run = rows.filter(({ seq }, i) => seq === first + i);
    return { operations: run.map(({ operation }) => operation), waiting: await waitingCount(db) };
  });
