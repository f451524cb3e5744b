import { dayInVietnam, type Day } from '#model/day.ts';
import type { Circumstances } from '#model/entry-rules.ts';
import { asTheyWere, unitOn } from '#model/membership.ts';
import type { Person } from '#model/person.ts';
import type { Unit, UnitId } from '#model/unit.ts';
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

const formerly = ({ former = [] }: Situation) =>
  former.map(({ unit, ...rest }) => ({ ...rest, unit: unit.id, life: unit }));

/** The unit that work of that day was done for: the one of then, for somebody who moved since (rule T4). */
export const unitOfDay = (known: Situation, day: Day): UnitId =>
  unitOn(day, { unit: known.person.unit, since: known.since ?? null, former: formerly(known) });

/** What an entry of this person, in the own unit or one they left, is held against today. */
export const circumstancesFor = (
  known: Situation,
  clock: { now(): number },
  unit: UnitId = known.person.unit,
): Circumstances => {
  const left = formerly(known).find((one) => one.unit === unit);
  return {
    today: dayInVietnam(clock.now()),
    unit: left?.life ?? ownUnit(known),
    periodKind: known.settings.periodKind,
    closedPeriods: (left ?? known).closed.map(({ period }) => period),
    ...(left && { until: left.until }),
  };
};

/** The person as they write in a unit: themselves, or as they were in one they left. */
export const writerIn = (known: Situation, clock: { now(): number }, unit: UnitId): Person => {
  const left = formerly(known).find((one) => one.unit === unit);
  return left ? asTheyWere(known.person, left, dayInVietnam(clock.now())) : known.person;
};
