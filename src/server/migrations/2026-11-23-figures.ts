import { sql, type Kysely } from 'kysely';

type Content = {
  date: string;
  channel: string;
  place: string;
  counts: Record<string, number>;
  cells?: Record<string, number>;
  services?: Record<string, number>;
};
type Breakdown = Record<string, Record<string, number>>;
/** By 'period part'. */
type Sums = Map<string, Breakdown>;

/** Sums by day, channel, place, gender, age, group and service, made here from the entries as they stand; kept from now on (rule S2). */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('breakdown')
    .addColumn('unit_id', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('part', 'text', (column) => column.notNull())
    .addColumn('totals', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('breakdown_key', ['unit_id', 'period', 'part'])
    .execute();
  const { rows } = await sql<{ commune_id: string; unit_id: string }>`
    select distinct commune_id, unit_id from entry`.execute(db);
  for (const commune of new Set(rows.map(({ commune_id }) => commune_id))) {
    const whole: Sums = new Map();
    for (const { unit_id } of rows.filter(({ commune_id }) => commune_id === commune)) {
      const village: Sums = new Map();
      await addEntries(db, commune, unit_id, [village, whole]);
      await write(db, unit_id, village);
    }
    await write(db, commune, whole);
  }
};

const pageSize = 5000;

const addEntries = async (db: Kysely<unknown>, commune: string, unit: string, sums: Sums[]) => {
  for (let after = ''; ;) {
    const { rows } = await sql<{ id: string; period: string; entry: string }>`
      select id, period, entry from entry
      where unit_id = ${unit} and commune_id = ${commune} and withdrawn = 0 and id > ${after}
      order by id limit ${pageSize}`.execute(db);
    for (const { period, entry } of rows) {
      const { revisions } = JSON.parse(entry) as { revisions?: { content: Content }[] };
      const newest = revisions?.[revisions.length - 1];
      if (newest) for (const into of sums) addContent(into, period, newest.content);
    }
    if (rows.length < pageSize) return;
    after = rows[rows.length - 1]!.id;
  }
};

const partOf: Record<string, string> = { gender: 'gender', ageGroup: 'age', vulnerable: 'vulnerable' };

const addContent = (sums: Sums, period: string, content: Content) => {
  const add = (part: string, measure: string, value: string, count: number) => {
    const key = `${period} ${part}`;
    const breakdown = sums.get(key) ?? {};
    sums.set(key, breakdown);
    const row = (breakdown[measure] ??= {});
    row[value] = (row[value] ?? 0) + count;
  };
  for (const [measure, count] of Object.entries(content.counts)) {
    add('day', measure, String(Number(content.date.slice(8))), count);
    add('channel', measure, content.channel, count);
    add('place', measure, content.place, count);
  }
  for (const [key, count] of Object.entries(content.cells ?? {})) {
    const [measure = '', dimension = '', value = ''] = key.split('/');
    if (partOf[dimension]) add(partOf[dimension], measure, value, count);
  }
  for (const [service, count] of Object.entries(content.services ?? {})) add('service', 'DVC_HD', service, count);
};

const write = async (db: Kysely<unknown>, unit: string, sums: Sums) => {
  for (const [key, breakdown] of sums) {
    const [period, part] = key.split(' ');
    await sql`insert into breakdown (unit_id, period, part, totals)
      values (${unit}, ${period}, ${part}, ${JSON.stringify(breakdown)})`.execute(db);
  }
};
