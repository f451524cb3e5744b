import type { Handbook, LinkRow } from '#store/database.ts';
import { pageOf } from '#store/notebook-page.ts';

const untried: LinkRow = {
  key: 'link',
  tryingSince: null,
  lastTriedAt: null,
  lastSucceededAt: null,
  trouble: null,
  nextTryAt: null,
  askedAt: null,
};

/** What is known of the link, from real requests only. */
export const link = async (db: Handbook): Promise<LinkRow> => (await pageOf(db, 'link')) ?? untried;

export const changeLink = (db: Handbook, change: (link: LinkRow) => LinkRow): Promise<void> =>
  db.transaction('rw', db.notebook, async () => {
    await db.notebook.put(change(await link(db)));
  });

/** A person wants to send now: sync, in whichever tab it runs, tries at once. */
export const askToSend = (db: Handbook, clock: { now(): number }): Promise<void> =>
  changeLink(db, (before) => ({ ...before, askedAt: clock.now() }));
