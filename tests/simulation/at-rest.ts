import { newestRevision } from '#model/entry.ts';
import { isOfficer } from '#model/person.ts';
import { comparison } from '#store/comparison.ts';
import type { AcceptedOperationRow, EntryRow, SessionRow, ViewRow } from '#store/database.ts';
import { teamTotals } from '#store/journal.ts';
import type { Figures } from '#protocol/figures.ts';
import { checkSums } from '#server/storage/check-sums.ts';
import type { SyncedPhone } from '../support/synced-phone.ts';
import { canBeDealtWith, figuresPage, lookAtPages } from './people.ts';
import { pageShowsTheTicks, recordsAgree } from './records-at-rest.ts';
import { recomputeFrom, type Expected } from './recomputation.ts';
import { calledOf, operationsOn } from './saves.ts';
import { must, plain } from './violation.ts';
import { commune, province, type World } from './world.ts';

const sameSums = (what: string, kept: Map<string, number>, expected: Map<string, number>): void => {
  for (const key of new Set([...kept.keys(), ...expected.keys()])) {
    const [is, should] = [kept.get(key) ?? 0, expected.get(key) ?? 0];
    must(is === should, is < should ? 'lost' : 'doubled', () => `${what} ${key}: ${is} instead of ${should}`);
  }
};

const within = (sums: Map<string, number>, prefix: string): Map<string, number> =>
  new Map([...sums].filter(([key]) => key.startsWith(prefix)).map(([key, count]) => [key.slice(prefix.length), count]));

/** Each operation took effect once: every kept sum is what the plainest addition makes of what people saved (rules P3, M1). */
const sumsEqualTheModels = async ({ province: { db } }: World, expected: Expected): Promise<void> => {
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
};

/** Kept sums and entries equal the province's own recomputation (rule S2). */
const rollupsEqualRecomputation = async ({ province: { db } }: World): Promise<void> => {
  const unsound = await checkSums(db);
  must(unsound.length === 0, 'wrong', () => `Kept and recomputed differ (rule S2): ${plain(unsound)}`);
};

/** The last number of each sequence. */
type Heads = { commune: number; province: number };
type Stream = 'cursor' | 'communeCursor' | 'provinceCursor';

type Phone = { world: World; phone: SyncedPhone; called: string; expected: Expected };

/** Nothing waits, and nothing refused is left to a person that a person could deal with. */
const outboxIsEmpty = ({ phone, called }: Phone): void => {
  const open = operationsOn(phone).filter(
    ({ state, dealtWith, operation }) =>
      state === 'waiting' || (state === 'refused' && !dealtWith && canBeDealtWith(operation)),
  );
  must(open.length === 0, 'stuck', () => `${called} still holds ${plain(open)}`);
};

/** The cursor skipped nothing: the phone read up to the commune's head, and has every entry of its team (rules L1, L2). */
const allOfTheTeamIsThere = ({ phone, called, expected }: Phone): void => {
  const rows = new Map(phone.disk.rows<EntryRow>('entries').map((row) => [row.id, row]));
  const ofTeam = [...expected.entries].filter(([, entry]) => entry.unit === phone.person.unit);
  for (const [id, { content, withdrawn }] of ofTeam) {
    const row = rows.get(id);
    must(row !== undefined, 'lost', () => `${called} lacks ${id} (rule L1)`);
    const is = { content: newestRevision(row.entry).content, withdrawn: row.entry.withdrawal !== undefined };
    must(plain(is) === plain({ content, withdrawn }), 'wrong', () => `${called} shows ${id} as ${plain(is)}`);
  }
  must(rows.size === ofTeam.length, 'doubled', () => `${called} has ${rows.size} entries of ${ofTeam.length}`);
};

/** The phone's sums are the province's (rule M1), and it knows that they are (rule P4). */
const phoneAgrees = async ({ phone, called, expected }: Phone): Promise<void> => {
  for (const period of ['2026-10', '2026-11']) {
    const sums = new Map(Object.entries(await teamTotals(phone.db, period)));
    sameSums(called, sums, within(expected.units, `${phone.person.unit} ${period} `));
  }
  const compared = await comparison(phone.db);
  must(
    compared === undefined || (compared.differences.length === 0 && !compared.stale),
    'wrong',
    () => `${called} sees a difference where there is none: ${plain(compared)}`,
  );
};

/** What only a newer app understands is on every phone of the team as it came (rule L4). */
const unknownIsKept = ({ world, phone, called }: Phone): void => {
  const kept = phone.disk.rows<AcceptedOperationRow>('acceptedOperations');
  for (const operation of world.fromTomorrow.filter(({ unit }) => unit === phone.person.unit)) {
    const row = kept.find(({ device, seq }) => device === operation.device && seq === operation.seq);
    must(plain(row) === plain(operation), 'lost', () => `${called} has ${plain(row)} for ${plain(operation)}`);
  }
};

/** An officer who looks at the figures sees what the model adds up to. */
const officerSeesTheFigures = ({ phone, called, expected }: Phone): void => {
  const page = phone.disk.rows<ViewRow>('views').find(({ name }) => name === figuresPage);
  if (!page?.body) return;
  const { rows } = page.body as Figures;
  for (const { unit, totals } of rows)
    sameSums(`${called}:`, new Map(Object.entries(totals)), within(expected.units, `${unit.id} 2026-11 `));
};

const signedIn = ({ disk }: SyncedPhone) => disk.rows<SessionRow>('notebook').find(({ key }) => key === 'me');

/** How far each stream can be read by this person (rule L2). */
const headsFor = ({ person: { role } }: SyncedPhone, heads: Heads): [Stream, number][] => [
  ...(isOfficer(role) ? [] : [['cursor', heads.commune] as [Stream, number]]),
  ...(role === 'provinceOfficer' ? [] : [['communeCursor', heads.commune] as [Stream, number]]),
  ['provinceCursor', heads.province],
];

const hasReadAll = (phone: SyncedPhone, heads: Heads): boolean => {
  const me = signedIn(phone);
  return headsFor(phone, heads).every(([stream, head]) => me?.[stream] === head);
};

const phoneHolds = async (phone: Phone, heads: Heads): Promise<void> => {
  outboxIsEmpty(phone);
  must(hasReadAll(phone.phone, heads), 'lost', () => {
    const me = signedIn(phone.phone);
    return `${phone.called} has read ${plain(headsFor(phone.phone, heads).map(([stream]) => me?.[stream]))} of ${plain(heads)}`;
  });
  recordsAgree(phone.called, phone.phone, phone.expected.records);
  if (isOfficer(phone.phone.person.role)) {
    pageShowsTheTicks(phone.called, phone.phone, phone.expected.records);
    return officerSeesTheFigures(phone);
  }
  allOfTheTeamIsThere(phone);
  unknownIsKept(phone);
  await phoneAgrees(phone);
};

/** When nobody acts and nothing is under way any more: all agree, and with what people saved. */
export const mustBeAtRest = async (world: World): Promise<void> => {
  const expected = await recomputeFrom(world);
  await sumsEqualTheModels(world, expected);
  await rollupsEqualRecomputation(world);
  const rows = await world.province.db.selectFrom('commune_head').select(['commune_id', 'head']).execute();
  const headOf = (sequence: string) => rows.find(({ commune_id }) => commune_id === sequence)?.head ?? 0;
  const heads: Heads = { commune: headOf(commune), province: headOf(province) };
  // To hear what the others have sent last.
  for (const phone of world.phones) {
    if (isOfficer(phone.person.role)) await lookAtPages(phone);
    else if (hasReadAll(phone, heads)) continue;
    await phone.sync();
  }
  for (const phone of world.phones) await phoneHolds({ world, phone, called: calledOf(phone), expected }, heads);
};
