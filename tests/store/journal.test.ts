import { expect, test } from 'vitest';
import { entriesBetween, latestEntries } from '#store/journal.ts';
import { recordHelp } from '#store/record-help.ts';
import { hoasPhone } from '../support/device.ts';
import { eveningInThon2 } from '../support/entries.ts';

/** One entry for each of these days, written in this order, a minute apart. */
const phoneWithDays = async (...days: string[]) => {
  const { db, clock } = await hoasPhone();
  for (const date of days) {
    clock.pass(60_000);
    await recordHelp(db, clock, eveningInThon2({ date }));
  }
  return db;
};
const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);

test('the latest entries are those of the last days, of a day the one written last first', async () => {
  const db = await phoneWithDays('2026-11-02', '2026-11-10', '2026-11-08', '2026-11-10', '2026-11-01');
  expect(idsOf(await latestEntries(db, '2026-11-01', '2026-11-30', 3))).toEqual(['17-4', '17-2', '17-3']);
  expect(idsOf(await latestEntries(db, '2026-11-01', '2026-11-08', 3))).toEqual(['17-3', '17-1', '17-5']);
});

test('the latest are the first of all, whatever days they lie on and however many are asked for', async () => {
  const db = await phoneWithDays('2026-11-10', '2026-11-03', '2026-11-03', '2026-11-03', '2026-10-20', '2026-11-11');
  for (const most of [1, 2, 3, 4, 5, 9]) {
    const all = await entriesBetween(db, '2026-10-21', '2026-11-11');
    expect(idsOf(await latestEntries(db, '2026-10-21', '2026-11-11', most))).toEqual(idsOf(all.slice(0, most)));
  }
  expect(await latestEntries(db, '2026-12-01', '2026-12-31', 3)).toEqual([]);
});
