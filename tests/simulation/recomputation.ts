import { dayInVietnam } from '#model/day.ts';
import type { EntryContent } from '#model/entry-content.ts';
import type { Operation, RecordId } from '#model/operation.ts';
import type { EditableRecord, RecordWrite } from '#model/record.ts';
import { recordsFrom } from './recomputation-of-records.ts';
import { nameOf } from './saves.ts';
import { must, plain } from './violation.ts';
import { commune, type World } from './world.ts';

/** What the figures have to be, computed the plainest way from what people saved and the order the province gave it. */
export type Expected = {
  /** By unit (villages and their commune), period and measure: 'unit period measure'. */
  units: Map<string, number>;
  /** By recording device: 'device period measure'. */
  devices: Map<string, number>;
  entries: Map<RecordId, { unit: string; content: EntryContent; withdrawn: boolean; device: number }>;
  numbers: Map<string, number>;
  records: Map<RecordId, EditableRecord>;
};

/** The 15th to the 14th, named by the month it ends in. */
const periodNamed = (date: string) => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const months = year * 12 + month - 1 + (day >= 15 ? 1 : 0);
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
};

type Body = { entry: RecordId; content?: EntryContent };

/** What is known of the entry that a refused operation is about. */
type About = { withdrawn: boolean; neverAccepted: boolean; formerAccepted: boolean };

const mayRefuse = (world: World, code: string, operation: Operation, about: About): boolean => {
  switch (code) {
    case 'period-closed':
      return world.closedPeriods.length > 0;
    case 'entry-withdrawn':
      return about.withdrawn;
    case 'entry-unknown':
    case 'record-unknown':
      return about.neverAccepted;
    case 'accepted-meanwhile':
      return about.formerAccepted;
    case 'kind-unknown':
      return !operation.kind.startsWith('entry.') && operation.kind !== 'record.write';
    case 'date-in-future':
      return dateOf(operation) > dayInVietnam(world.province.clock.now());
    default:
      return false;
  }
};

const dateOf = ({ kind, body }: Operation): string =>
  kind === 'entry.record' ? (body as EntryContent).date : ((body as Body).content?.date ?? '');

/** Recomputes, and holds every operation at the province against what was saved: each there once, and settled rightly. */
export const recomputeFrom = async (world: World): Promise<Expected> => {
  const saved = new Map(world.saves.all().map((operation) => [`${operation.device}-${operation.seq}`, operation]));
  const rows = await world.province.db.selectFrom('operation').selectAll().orderBy('number').execute();
  const tomorrows = new Set(world.fromTomorrow.map(nameOf));
  const found = new Set(rows.map(({ device, seq }) => `${device}-${seq}`));
  must(found.size === rows.length, 'doubled', () => 'The province has an operation twice');
  world.forgotten = 0;
  for (const name of saved.keys()) {
    if (world.saves.isGone(name) && !found.has(name)) world.forgotten++;
    else must(found.has(name), 'lost', () => `The province never got ${name}`);
  }
  for (const name of found) must(saved.has(name) || tomorrows.has(name), 'doubled', () => `Nobody saved ${name}`);

  const entries: Expected['entries'] = new Map();
  const numbers = new Map<string, number>();
  for (const row of rows) {
    const name = `${row.device}-${row.seq}`;
    if (row.number === null || tomorrows.has(name)) continue;
    numbers.set(name, row.number);
    if (row.kind.startsWith('entry.')) applyPlainly(entries, name, saved.get(name)!);
  }
  const amended = new Set(rows.filter(({ amendment }) => amendment !== null).map(nameOf));
  const writes = rows.filter(({ kind, number }) => kind === 'record.write' && number !== null);
  const records = recordsFrom(writes, saved);
  for (const row of rows) {
    if (row.number !== null) continue;
    const operation = saved.get(nameOf(row))!;
    const entry = entries.get((operation.body as Body).entry ?? '');
    const made = records.has((operation.body as RecordWrite).record ?? '');
    const about = {
      withdrawn: entry?.withdrawn ?? false,
      // Its record came in by an amendment, later, and without it.
      neverAccepted: (entry === undefined && !made) || amended.has((operation.body as Body).entry ?? ''),
      formerAccepted: formersOf(operation, saved).some((former) => numbers.has(former)),
    };
    must(
      mayRefuse(world, row.refusal_code!, operation, about),
      'lost',
      () => `The province refused ${nameOf(row)} as ${row.refusal_code} for no reason`,
    );
  }
  return { entries, numbers, records, ...sumsOf(entries) };
};

/** What an operation says anew, and what that said anew, and so on. */
const formersOf = (operation: Operation, saved: ReadonlyMap<string, Operation>): string[] => {
  const former = operation.instead === undefined ? undefined : saved.get(operation.instead);
  return former ? [nameOf(former), ...formersOf(former, saved)] : [];
};

const applyPlainly = (entries: Expected['entries'], name: string, operation: Operation): void => {
  if (operation.kind === 'entry.record') {
    const content = operation.body as EntryContent;
    entries.set(name, { unit: operation.unit, content, withdrawn: false, device: operation.device });
    return;
  }
  const { entry: id, content } = operation.body as Body;
  const entry = entries.get(id);
  must(
    entry !== undefined && !entry.withdrawn,
    'wrong',
    () => `The province accepted ${name} on ${id}: ${plain(entry)}`,
  );
  if (operation.kind === 'entry.correct') entry.content = content!;
  else entry.withdrawn = true;
};

const sumsOf = (entries: Expected['entries']): Pick<Expected, 'units' | 'devices'> => {
  const [units, devices] = [new Map<string, number>(), new Map<string, number>()];
  const add = (to: Map<string, number>, key: string, count: number) => to.set(key, (to.get(key) ?? 0) + count);
  for (const { unit, content, withdrawn, device } of entries.values()) {
    if (withdrawn) continue;
    for (const [measure, count] of Object.entries(content.counts)) {
      const what = `${periodNamed(content.date)} ${measure}`;
      add(units, `${unit} ${what}`, count);
      add(units, `${commune} ${what}`, count);
      add(devices, `${device} ${what}`, count);
    }
  }
  return { units, devices };
};
