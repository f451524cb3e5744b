import type { Handbook, NotebookRow } from '#store/database.ts';

/** One of the single rows: who is signed in, what is known of the link, and so on. */
export const pageOf = async <Key extends NotebookRow['key']>(
  db: Handbook,
  key: Key,
): Promise<Extract<NotebookRow, { key: Key }> | undefined> =>
  (await db.notebook.get(key)) as Extract<NotebookRow, { key: Key }> | undefined;
