import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** This folder: the programs measured against are installed here, and nowhere the app sees them. */
export const home = fileURLToPath(new URL('.', import.meta.url));

/** Installs the peers at the first measurement that wants them, from this folder's own lockfile. */
export const installPeers = (): void => {
  if (existsSync(`${home}node_modules/pouchdb`)) return;
  process.stderr.write('Installing the peers to measure against (tests/bench/peers/package.json)…\n');
  execFileSync('npm', ['ci', '--ignore-scripts', '--silent'], { cwd: home, stdio: ['ignore', 'ignore', 'inherit'] });
};
