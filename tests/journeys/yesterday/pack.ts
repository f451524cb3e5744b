import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What no journey looks at, and what would be most of the weight. */
const leftOut = ['*.woff2', '*.png', '*.map', 'licenses.txt'];

const here = dirname(fileURLToPath(import.meta.url));
const [asked] = process.argv.slice(2);
if (asked === undefined) {
  process.stderr.write('Which commit is yesterday? npm run yesterday -- COMMIT\n');
  process.exit(2);
}

const commit = execFileSync('git', ['rev-parse', '--verify', `${asked}^{commit}`], { encoding: 'utf8' }).trim();
const folder = mkdtempSync(join(tmpdir(), 'so-tay-06-yesterday-'));
const run = (program: string, ...words: string[]) =>
  execFileSync(program, words, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
try {
  execFileSync('git', ['archive', '--output', join(folder, 'source.tar'), commit]);
  run('tar', '-xf', 'source.tar');
  run('npm', 'ci', '--silent');
  run('npx', 'vite', 'build', '--logLevel', 'warn');
  run('tar', '-czf', join(here, 'client.tar.gz'), ...leftOut.map((name) => `--exclude=${name}`), 'dist');
  run(
    'tar',
    '-czf',
    join(here, 'province.tar.gz'),
    'package.json',
    'locales',
    'src/model',
    'src/protocol',
    'src/server',
  );
  writeFileSync(join(here, 'commit.txt'), `${commit}\n`);
  process.stdout.write(`Yesterday is ${commit} now.\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
