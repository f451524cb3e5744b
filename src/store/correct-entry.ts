import { tidyContent, type EntryContent } from '#model/entry-content.ts';
import type { RecordId } from '#model/operation.ts';
import type { Handbook } from '#store/database.ts';
import { nameOf } from '#store/entry-fold.ts';
import { recordAnew } from '#store/record-anew.ts';
import { appendOperation, writing, type Writing, type Written } from '#store/write-change.ts';

/**
 * Says what an entry really came to, and why it changed: a new revision; the former stays readable (rule I2). An entry
 * whose record the province refused is not there to be corrected: it is recorded anew with this content.
 */
export const correctEntry = (
  db: Handbook,
  clock: { now(): number },
  { entry, content, reason }: { entry: RecordId; content: EntryContent; reason: string },
  options: Writing = {},
): Promise<Written> =>
  writing(db, options, async (me, situation) => {
    const body = tidyContent(content);
    const record = await db.ownOperations.get(nameOf(entry));
    if (record?.state === 'refused') return recordAnew(db, clock, me, situation, entry, body);
    return appendOperation(db, clock, me, situation, {
      kind: 'entry.correct',
      body: { entry, content: body, reason: reason.normalize('NFC').trim() },
    });
  });
