import { newestRevision, type OutreachEntry } from '#model/entry.ts';
import type { Measure } from '#model/indicator.ts';
import { isOfficer, type PersonId } from '#model/person.ts';
import type { PeriodId } from '#model/period.ts';
import { withoutSensitiveCells } from '#model/small-cells.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import type { EntriesPage } from '#protocol/figures.ts';
import type { Caller, Province, ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';
import { readEntry } from './entry-row.ts';
import { photosOf } from './photos.ts';
import type { EntryTable } from './schema.ts';
import { unitInScope } from './scope.ts';
import { unitOfRow } from './units.ts';

type Asked = { unit: UnitId; period: PeriodId; measure?: Measure | undefined; after?: string | undefined };

/** Where a page ended: everything after it is older. Written as 'date,receivedAt,id'. */
type Place = Pick<EntryTable, 'date' | 'received_at' | 'id'>;

const readPlace = (text: string): Place => {
  const [, date, receivedAt, id] = /^(\d{4}-\d{2}-\d{2}),(\d{1,15}),(\d+-\d+)$/.exec(text) ?? [];
  if (date === undefined || receivedAt === undefined || id === undefined) throw new Refused('query-unreadable');
  return { date, received_at: Number(receivedAt), id };
};
const writePlace = ({ date, received_at, id }: Place) => `${date},${received_at},${id}`;

/**
 * The entries behind a figure of a village or a commune, newest first, withdrawn ones among them, with the names they
 * need; above the commune without numbers of vulnerable people (model/small-cells.ts). Throws Refused with 'role-too-low', 'unit-out-of-scope' or 'query-unreadable'.
 */
export const entriesFor = async (
  { db, clock }: Province,
  caller: Pick<Caller, 'path' | 'person' | 'commune'>,
  asked: Asked,
  most = 100,
): Promise<EntriesPage> => {
  if (!isOfficer(caller.person.role)) throw new Refused('role-too-low');
  const after = asked.after === undefined ? undefined : readPlace(asked.after);
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const unit = await unitInScope(tx, caller, asked.unit);
      if (unit.level === 'province') throw new Refused('query-unreadable');
      const villages = await villagesOf(tx, unit);
      const { rows, whole } = await newestFirst(tx, villages, asked, after, most);
      const photos = await photosOf(
        tx,
        rows.map(({ id }) => id),
      );
      const entries = rows.map((row) => ({
        ...shownTo(caller, readEntry(row)),
        receivedAt: Number(row.received_at),
        ...(photos.has(row.id) && { photos: photos.get(row.id) }),
      }));
      const shown = new Set(entries.map((entry) => entry.unit));
      return {
        unit,
        period: asked.period,
        asOf: Math.floor(clock.now() / 1000),
        people: await namesOf(tx, entries),
        units: villages.filter(({ id }) => shown.has(id)),
        entries,
        next: whole ? null : writePlace(rows[rows.length - 1]!),
      };
    });
};

const shownTo = ({ commune }: Pick<Caller, 'commune'>, entry: OutreachEntry): OutreachEntry => {
  if (commune !== null) return entry;
  const [first, ...later] = entry.revisions.map((revision) => ({
    ...revision,
    content: withoutSensitiveCells(revision.content),
  }));
  return { ...entry, revisions: [first!, ...later] };
};

const villagesOf = async (tx: ProvinceDatabase, unit: Unit): Promise<Unit[]> => {
  if (unit.level === 'village') return [unit];
  const rows = await tx.selectFrom('unit').selectAll().where('parent_id', '=', unit.id).orderBy('id').execute();
  return rows.map(unitOfRow);
};

/** Up to `most` entries after a place. The measure is looked for in the newest revision, which SQL cannot see: it reads on until there are enough. */
const newestFirst = async (
  tx: ProvinceDatabase,
  villages: readonly Unit[],
  { period, measure }: Asked,
  after: Place | undefined,
  most: number,
): Promise<{ rows: EntryTable[]; whole: boolean }> => {
  const found: EntryTable[] = [];
  const batch = measure === undefined ? most + 1 : 5 * most;
  const ids = villages.map(({ id }) => id);
  for (let place = after; ids.length > 0;) {
    const rows = await entriesAfter(tx, ids, period, place).limit(batch).execute();
    const counted = rows.filter((row) => measure === undefined || counts(row, measure));
    found.push(...counted);
    if (found.length > most) return { rows: found.slice(0, most), whole: false };
    if (rows.length < batch) break;
    place = rows[rows.length - 1];
  }
  return { rows: found, whole: true };
};

const counts = (row: EntryTable, measure: Measure) =>
  (newestRevision(readEntry(row)).content.counts[measure] ?? 0) !== 0;

const entriesAfter = (
  tx: ProvinceDatabase,
  villages: readonly UnitId[],
  period: PeriodId,
  place: Place | undefined,
) => {
  const all = tx
    .selectFrom('entry')
    .selectAll()
    .where('unit_id', 'in', villages)
    .where('period', '=', period)
    .orderBy('date', 'desc')
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc');
  if (!place) return all;
  const { date, received_at, id } = place;
  return all.where(({ and, or, eb }) =>
    or([
      eb('date', '<', date),
      and([eb('date', '=', date), eb('received_at', '<', received_at)]),
      and([eb('date', '=', date), eb('received_at', '=', received_at), eb('id', '<', id)]),
    ]),
  );
};

const namesOf = async (
  tx: ProvinceDatabase,
  entries: Pick<EntriesPage['entries'][number], 'author' | 'revisions' | 'withdrawal'>[],
) => {
  const ids = new Set<PersonId>();
  for (const { author, revisions, withdrawal } of entries)
    for (const id of [author, ...revisions.map(({ by }) => by), withdrawal?.by]) if (id !== undefined) ids.add(id);
  if (ids.size === 0) return [];
  return tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute();
};
