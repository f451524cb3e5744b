import { Client } from 'pg';
import { inject } from 'vitest';

let made: string[] = [];
let count = 0;

/** Those of tests that are over make room; one that somebody still uses stays until the next time. */
const dropWhatIsOver = async (client: Client) => {
  const { rows } = await client.query<{ datname: string }>('select distinct datname from pg_stat_activity');
  const used = new Set(rows.map(({ datname }) => datname));
  for (const name of made) if (!used.has(name)) await client.query(`drop database ${name}`);
  made = made.filter((name) => used.has(name));
};

/** The URL of a new database in the cluster of this run. `bare`: without any table, perhaps of another encoding. */
export const newPostgresDatabase = async ({ bare = false, encoding = 'UTF8' } = {}): Promise<string> => {
  const url = inject('postgres');
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await dropWhatIsOver(client);
    const name = `province_${process.pid}_${++count}`;
    await client.query(`create database ${name} template ${bare ? 'template0' : 'empty'} encoding '${encoding}'`);
    made.push(name);
    return Object.assign(new URL(url), { pathname: `/${name}` }).href;
  } finally {
    await client.end();
  }
};
