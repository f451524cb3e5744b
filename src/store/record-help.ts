import { tidyContent, type EntryContent } from '#model/entry-content.ts';
import type { Handbook } from '#store/database.ts';
import { askForPersistence } from '#store/persistence.ts';
import { appendOperation, writing, type Writing, type Written } from '#store/write-change.ts';

/** Saves what an outreach came to: the row and its operation, together, on disk (rules I1, W1). */
export const recordHelp = async (
  db: Handbook,
  clock: { now(): number },
  content: EntryContent,
  options: Writing = {},
): Promise<Written> => {
  const written = await writing(db, options, (me, situation) =>
    appendOperation(db, clock, me, situation, { kind: 'entry.record', body: tidyContent(content) }),
  );
  // Asked when the person has shown that there is something to keep; the answer is not waited for.
  if (written.kind === 'saved') void askForPersistence(db, clock);
  return written;
};
