import type { Handbook, InstallRow } from '#store/database.ts';
import { pageOf } from '#store/notebook-page.ts';

/** What became of the offer to put the app on the home screen. */
export const installState = (db: Handbook): Promise<InstallRow | undefined> => pageOf(db, 'install');

export const noteInstall = async (
  db: Handbook,
  clock: { now(): number },
  state: InstallRow['state'],
): Promise<void> => {
  await db.notebook.put({ key: 'install', state, at: clock.now() });
};
