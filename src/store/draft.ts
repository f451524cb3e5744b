import type { DraftRow, Handbook } from '#store/database.ts';
import { orNotStored, type NotStored } from '#store/not-stored.ts';

/** What was typed into a form and not saved yet. */
export const draft = async <Value>(db: Handbook, form: string): Promise<DraftRow<Value> | undefined> =>
  (await db.drafts.get(form)) as DraftRow<Value> | undefined;

/** Called on every change. A phone that refuses is no reason to stop typing; the form can say so. */
export const keepDraft = (
  db: Handbook,
  clock: { now(): number },
  form: string,
  value: unknown,
): Promise<{ kind: 'kept' } | NotStored> =>
  orNotStored(async () => {
    await db.drafts.put({ form, value, changedAt: clock.now() });
    return { kind: 'kept' as const };
  });

export const dropDraft = (db: Handbook, form: string): Promise<void> => db.drafts.delete(form);

export const draftsOpen = (db: Handbook): Promise<number> => db.drafts.count();
