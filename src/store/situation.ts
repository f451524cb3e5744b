import { dayInVietnam } from '#model/day.ts';
import type { Circumstances } from '#model/entry-rules.ts';
import type { Unit } from '#model/unit.ts';
import type { Situation } from '#protocol/situation.ts';
import type { Handbook } from '#store/database.ts';
import { pageOf } from '#store/notebook-page.ts';

/** What the province last said of the person, the units, the team, the settings and the closed periods. */
export const situation = async (db: Handbook): Promise<Situation | undefined> =>
  (await pageOf(db, 'situation'))?.situation;

/** What the province answered to a change of its settings: this device need not wait for its next pull to know them. */
export const keepSettings = (db: Handbook, settings: Situation['settings']): Promise<void> =>
  db.transaction('rw', db.notebook, async () => {
    const known = await situation(db);
    if (known) await db.notebook.put({ key: 'situation', situation: { ...known, settings } });
  });

/** The person's own unit. */
export const ownUnit = ({ units, person }: Situation): Unit => {
  const unit = units.find(({ id }) => id === person.unit);
  if (!unit) throw new Error(`The situation lacks its own unit ${person.unit}`);
  return unit;
};

/** What an entry of this person is held against today. */
export const circumstancesFor = (known: Situation, clock: { now(): number }): Circumstances => ({
  today: dayInVietnam(clock.now()),
  unit: ownUnit(known),
  periodKind: known.settings.periodKind,
  closedPeriods: known.closed.map(({ period }) => period),
});
