import type { PersonId } from '#model/person.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import type { HeldSummary, HeldWork } from '#protocol/holding-box.ts';
import type { ProvinceDatabase } from '../province.ts';
import type { HeldBundleTable } from './schema.ts';
import { unitOfRow } from './units.ts';

export type HeldRow = Omit<HeldBundleTable, 'body'>;

export const heldColumns = [
  'id',
  'device',
  'person_id',
  'commune_id',
  'why',
  'key',
  'carried_by',
  'received_at',
  'first_seq',
  'operations',
  'summary',
  'decided_at',
  'decided_by',
  'decision',
  'reason',
  'outcome',
] as const;

type Named = { id: PersonId; name: string; unit: UnitId };

/** Rows of the holding box as an officer reads them, in their order, with the names they need. */
export const heldWork = async (db: ProvinceDatabase, rows: readonly HeldRow[]): Promise<HeldWork[]> => {
  const people = await peopleOf(db, rows);
  const units = await unitsOf(db, [
    ...rows.map(({ commune_id }) => commune_id),
    ...[...people.values()].map(({ unit }) => unit),
  ]);
  return rows.map((row) => {
    const person = row.person_id === null ? undefined : people.get(row.person_id);
    const place = person && units.get(person.unit);
    return {
      id: row.id,
      device: row.device,
      person: person ?? null,
      commune: units.get(row.commune_id)!,
      village: place?.level === 'village' ? place : null,
      why: row.why,
      carriedBy: named(people, row.carried_by),
      receivedAt: Number(row.received_at),
      firstSeq: row.first_seq,
      operations: row.operations,
      summary: JSON.parse(row.summary) as HeldSummary,
      decided: decidedOf(row, people),
    };
  });
};

const named = (people: ReadonlyMap<PersonId, Named>, id: PersonId | null) => {
  const person = id === null ? undefined : people.get(id);
  return person ? { id: person.id, name: person.name } : null;
};

const decidedOf = (row: HeldRow, people: ReadonlyMap<PersonId, Named>): HeldWork['decided'] => {
  if (row.decided_at === null || row.decision === null) return null;
  const outcome = JSON.parse(row.outcome ?? '{}') as { accepted?: number; refused?: number };
  return {
    decision: row.decision,
    at: Number(row.decided_at),
    by: named(people, row.decided_by),
    reason: row.reason,
    accepted: outcome.accepted ?? 0,
    refused: outcome.refused ?? 0,
  };
};

const peopleOf = async (db: ProvinceDatabase, rows: readonly HeldRow[]): Promise<Map<PersonId, Named>> => {
  const ids = new Set(rows.flatMap(({ person_id, carried_by, decided_by }) => [person_id, carried_by, decided_by]));
  const known = [...ids].filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const people = await db
    .selectFrom('person')
    .select(['id', 'name', 'unit_id as unit'])
    .where('id', 'in', known)
    .execute();
  return new Map(people.map((person) => [person.id, person]));
};

const unitsOf = async (db: ProvinceDatabase, ids: readonly UnitId[]): Promise<Map<UnitId, Unit>> => {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('unit')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, unitOfRow(row)]));
};
