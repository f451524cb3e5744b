import type { DraftRow, Handbook } from '#store/database.ts';

/** Forms begun and not saved, the latest first. */
export const openDrafts = async (db: Handbook): Promise<DraftRow[]> => {
  const drafts = await db.drafts.toArray();
  return drafts.sort((one, other) => other.changedAt - one.changedAt);
};
