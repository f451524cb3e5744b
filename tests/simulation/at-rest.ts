import { newestRevision } from '#model/entry.ts';
import { comparison } from '#store/comparison.ts';
import { teamTotals } from '#store/journal.ts';
import { unsettledCount } from '#store/outbox.ts';
import { session } from '#store/session.ts';
import { checkSums } from '#server/storage/check-sums.ts';
import type { SyncedPhone } from '../support/synced-phone.ts';
import { recomputeFrom, type Expected } from './recomputation.ts';
import { must, plain } from './violation.ts';
import { calledOf, commune, type World } from './world.ts';

const sameSums = (what: string, kept: Map<string, number>, expected: Map<string, number>): void => {
  for (const key of new Set([...kept.keys(), ...expected.keys()])) {
    const [is, should] = [kept.get(key) ?? 0, expected.get(key) ?? 0];
    must(is === should, is < should ? 'lost' : 'doubled', () => `${what} ${key}: ${is} instead of ${should}`);
  }
};

const provinceHolds = async ({ province: { db } }: World, expected: Expected): Promise<void> => {
  const rollups = await db.selectFrom('rollup').selectAll().execute();
  sameSums(
    'Roll-up',
    new Map(rollups.map((row) => [`${row.unit_id} ${row.period} ${row.measure}`, Number(row.total)])),
    expected.units,
  );
  const devices = await db.selectFrom('device_total').selectAll().execute();
  sameSums(
    'Device sum',
    new Map(devices.map((row) => [`${row.device} ${row.period} ${row.measure}`, Number(row.total)])),
    expected.devices,
  );
  const unsound = await checkSums(db);
  must(unsound.length === 0, 'wrong', () => `Kept and recomputed differ (rule S2): ${plain(unsound)}`);
};

const phoneHolds = async (phone: SyncedPhone, expected: Expected, head: number): Promise<void> => {
  const called = calledOf(phone);
  const { unit } = phone.person;
  const unsettled = await unsettledCount(phone.db);
  must(unsettled === 0, 'stuck', () => `${called} still holds ${unsettled}`);
  const me = await session(phone.db);
  must(me?.cursor === head, 'lost', () => `${called} has read up to ${me?.cursor} of ${head}`);

  const rows = new Map((await phone.db.entries.toArray()).map((row) => [row.id, row]));
  const ofTeam = [...expected.entries].filter(([, entry]) => entry.unit === unit);
  for (const [id, should] of ofTeam) {
    const row = rows.get(id);
    must(row !== undefined, 'lost', () => `${called} lacks ${id} (rule L1)`);
    const is = { content: newestRevision(row.entry).content, withdrawn: row.entry.withdrawal !== undefined };
    const { content, withdrawn } = should;
    must(plain(is) === plain({ content, withdrawn }), 'wrong', () => `${called} shows ${id} as ${plain(is)}`);
  }
  must(rows.size === ofTeam.length, 'doubled', () => `${called} has ${rows.size} entries of ${ofTeam.length}`);

  for (const period of ['2026-10', '2026-11']) {
    const prefix = `${unit} ${period} `;
    const should = [...expected.units].filter(([key]) => key.startsWith(prefix));
    sameSums(
      called,
      new Map(Object.entries(await teamTotals(phone.db, period))),
      new Map(should.map(([key, count]) => [key.slice(prefix.length), count])),
    );
  }
  const compared = await comparison(phone.db);
  must(
    compared === undefined || (compared.differences.length === 0 && !compared.stale),
    'wrong',
    () => `${called} sees a difference where there is none: ${plain(compared)}`,
  );
};

/** When nobody acts and nothing is under way any more: all agree, and with what people saved. */
export const mustBeAtRest = async (world: World): Promise<void> => {
  const expected = await recomputeFrom(world);
  await provinceHolds(world, expected);
  const row = await world.province.db
    .selectFrom('commune_head')
    .select('head')
    .where('commune_id', '=', commune)
    .executeTakeFirst();
  for (const phone of world.phones) await phoneHolds(phone, expected, row?.head ?? 0);
};
