import { sql, type Kysely } from 'kysely';
import type { ProvinceDatabase } from '../province.ts';
import { isPostgres } from './dialect.ts';

type Row = Record<string, unknown>;
/** Tables as the database itself lists them, so that none a migration added is ever forgotten. */
export type EveryTable = { name: string; columns: string[]; numbered: string[] }[];

const anyTable = (db: ProvinceDatabase) => db as unknown as Kysely<Record<string, Row>>;

/** Every table of a province but the list of its migrations; `numbered` are columns the database numbers by itself. */
export const everyTable = async (embedded: ProvinceDatabase): Promise<EveryTable> =>
  (await embedded.introspection.getTables()).map(({ name, columns }) => ({
    name,
    columns: columns.map((column) => column.name),
    numbered: columns.filter((column) => column.isAutoIncrementing).map((column) => column.name),
  }));

const rowsAtOnce = 1000;

/** All rows of a table, some at a time, within a transaction: a province does not fit into memory. */
const everyRow = async function* (tx: ProvinceDatabase, { name, columns }: EveryTable[number]): AsyncGenerator<Row[]> {
  const [table, wanted] = [sql.table(name), sql.join(columns.map((column) => sql.ref(column)))];
  if (isPostgres(tx)) {
    await sql`declare every_row no scroll cursor for select ${wanted} from ${table}`.execute(tx);
    for (let more = true; more;) {
      const { rows } = await sql<Row>`fetch ${sql.lit(rowsAtOnce)} from every_row`.execute(tx);
      yield rows;
      more = rows.length === rowsAtOnce;
    }
    await sql`close every_row`.execute(tx);
    return;
  }
  let last = Number.MIN_SAFE_INTEGER;
  for (let more = true; more;) {
    const after = sql`from ${table} where rowid > ${last} order by rowid limit ${rowsAtOnce}`;
    const { rows } = await sql<Row>`select ${wanted} ${after}`.execute(tx);
    yield rows;
    more = rows.length === rowsAtOnce;
    const { rows: places } = await sql<{ last: number }>`select max(place) as last from
      (select rowid as place ${after})`.execute(tx);
    last = places[0]?.last ?? last;
  }
};

/** Rows a statement carries: SQLite takes 32,766 values, and building a statement costs more than running it. */
const valuesAtMost = 4000;

/** Puts all rows of a table of one database into the same table of another, where it is empty. */
export const copyRows = async (
  from: ProvinceDatabase,
  to: ProvinceDatabase,
  table: EveryTable[number],
): Promise<void> => {
  const many = Math.max(1, Math.floor(valuesAtMost / table.columns.length));
  for await (const rows of everyRow(from, table))
    for (let at = 0; at < rows.length; at += many)
      await anyTable(to)
        .insertInto(table.name)
        .values(rows.slice(at, at + many))
        .execute();
};

export const deleteRows = async (tx: ProvinceDatabase, name: string): Promise<void> => {
  await anyTable(tx).deleteFrom(name).execute();
};
