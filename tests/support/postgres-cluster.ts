import { execFileSync, spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { findPostgres } from './postgres-programs.ts';

/** A PostgreSQL of our own: made for the run, listening on this machine only, gone with whoever started it. */
export type Cluster = {
  /** The URL of a database of that name in it. */
  urlOf(database: string): string;
  /** Runs one statement in the cluster's first database. */
  run(statement: string): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

/** PostgreSQL refuses to run as root; then somebody without any rights runs it. */
const somebodyElse = (): { uid: number; gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const of = (name: string) => lines.find((line) => line.startsWith(`${name}:`))?.split(':');
  const [, , uid, gid] = of('postgres') ?? of('nobody') ?? [];
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) };
};

const password = 'chi-de-thu';

/** Nothing to keep beyond the run: no waiting for the disk, unless that is what is looked at. */
const settings = (durable: boolean) => ({
  listen_addresses: '127.0.0.1',
  max_connections: '100',
  shared_buffers: '64MB',
  ...(!durable && { fsync: 'off', full_page_writes: 'off' }),
});

const asks = async (url: string, statement: string): Promise<Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
};

/** Until it takes questions: some tenths of a second. */
const ready = async (url: string, ended: () => string | undefined): Promise<void> => {
  for (const started = Date.now(); ;) {
    try {
      await asks(url, 'select 1');
      return;
    } catch (error) {
      const why = ended();
      if (why !== undefined) throw new Error(`PostgreSQL ended: ${why}`, { cause: error });
      if (Date.now() - started > 60_000) throw error;
      await new Promise((later) => setTimeout(later, 50));
    }
  }
};

/** Makes a cluster in a folder of its own and starts it. `durable`: with the disk's word for every commit. */
export const startCluster = async ({ durable = false } = {}): Promise<Cluster> => {
  const programs = findPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'so-tay-06-postgres-'));
  const identity = somebodyElse();
  const data = join(folder, 'data');
  const secret = join(folder, 'password');
  writeFileSync(secret, password, { mode: 0o600 });
  if (identity) for (const path of [folder, secret]) chownSync(path, identity.uid, identity.gid);
  const how: SpawnOptions = { cwd: folder, ...identity };
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'sotay', '-E', 'UTF8', '--locale=C', '-A', 'password', `--pwfile=${secret}`, '--no-sync'],
    { ...how, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const port = await freePort();
  const words = Object.entries({ ...settings(durable), port: String(port), unix_socket_directories: folder });
  // The shell reads until we are gone, however we go: killed, too. Then it ends the cluster and clears the folder.
  const guard = '"$@" & server=$!; cat > /dev/null; kill -INT $server; wait $server; cd /; rm -rf "$0"';
  const guarded = [folder, join(programs, 'postgres'), '-D', data, ...words.flatMap(([k, v]) => ['-c', `${k}=${v}`])];
  const child = spawn('/bin/sh', ['-c', guard, ...guarded], {
    ...how,
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
  });
  let said = '';
  child.stderr!.on('data', (chunk) => (said = `${said}${chunk}`.slice(-2000)));
  child.unref();
  const urlOf = (database: string) => `postgres://sotay:${password}@127.0.0.1:${port}/${database}`;
  const fatal = () => (/FATAL:.*(address already|could not)/.test(said) ? said : undefined);
  await ready(urlOf('postgres'), fatal);
  return {
    urlOf,
    run: (statement) => asks(urlOf('postgres'), statement),
    stop: async () => {
      child.ref();
      const over = child.exitCode === null ? once(child, 'exit') : undefined;
      child.stdin!.end();
      await over;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
