import type { Outcome, ViewName } from '#sync/ports.ts';
import type { Handbook, ViewRow } from '#store/database.ts';

/** How long after a screen last wanted a page it is still fetched, in milliseconds. */
export const wantedFor = 2 * 60 * 1000;

/** A screen has this page open; sync fetches it while that lasts. Called again as long as the screen is open. */
export const wantView = (db: Handbook, clock: { now(): number }, name: ViewName): Promise<void> =>
  db.transaction('rw', db.views, async () => {
    const known = await db.views.get(name);
    await db.views.put({ name, fetchedAt: null, body: null, refusal: null, ...known, wantedAt: clock.now() });
  });

/** A page as last received, however long ago; `fetchedAt` is null before the first time. */
export const view = (db: Handbook, name: ViewName): Promise<ViewRow | undefined> => db.views.get(name);

/** What was never here comes first, then what is oldest: a screen that opens does not wait for those that were closed. */
export const wantedViews = async (db: Handbook, clock: { now(): number }): Promise<ViewName[]> => {
  const rows = await db.views
    .where('wantedAt')
    .above(clock.now() - wantedFor)
    .toArray();
  return rows.sort((one, other) => (one.fetchedAt ?? 0) - (other.fetchedAt ?? 0)).map(({ name }) => name);
};

/** A page as it came, or why it did not; a page that could not be fetched stays as it was, with its age. */
export const keepView = (
  db: Handbook,
  clock: { now(): number },
  name: ViewName,
  outcome: Outcome<unknown>,
): Promise<void> =>
  db.transaction('rw', db.views, async () => {
    const known = await db.views.get(name);
    if (!known || outcome.kind === 'unreachable') return;
    await db.views.put(
      outcome.kind === 'answered'
        ? { ...known, body: outcome.answer, fetchedAt: clock.now(), refusal: null }
        : { ...known, refusal: outcome.refusal },
    );
  });
