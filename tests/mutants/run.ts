import { Command } from 'commander';
import { startCluster } from '../support/postgres-cluster.ts';
import { openPostgres } from '#server/storage/postgres.ts';
import { migrate } from '#server/storage/migrate.ts';
import { hunt } from './hunt.ts';
import { mutants } from './mutants.ts';

const { only } = new Command('mutants')
  .description('Plants bugs one by one, and asks of the suite that it finds each.')
  .option('--only <words>', 'those with these words in their name')
  .parse()
  .opts<{ only?: string }>();
const chosen = mutants.filter(({ name }) => only === undefined || name.includes(only));

const say = (line: string) => process.stdout.write(`${line}\n`);
const seeds = 'tests/mutants/seeds.ts';

const cluster = await startCluster();
await cluster.run('create database empty');
const empty = openPostgres(cluster.urlOf('empty'));
await migrate(empty);
await empty.destroy();
const postgres = cluster.urlOf('postgres');

let caught = 0;
const sound = await hunt([seeds, ...new Set(chosen.map(({ near }) => near))], postgres);
say(sound.caughtBy === null ? `Without any bug ${sound.ran} tests pass` : `Fails without any bug: ${sound.caughtBy}`);
if (sound.caughtBy === null && sound.ran > 0)
  for (const mutant of chosen) {
    const { caughtBy } = await hunt([seeds, mutant.near], postgres, mutant);
    if (caughtBy !== null) caught++;
    say(
      `${caughtBy === null ? 'NOT CAUGHT' : 'caught'}: ${mutant.name}${caughtBy === null ? '' : `\n    by ${caughtBy}`}`,
    );
  }
await cluster.stop();
say(`mutants: ${chosen.length} planted, ${caught} caught`);
process.exit(caught === chosen.length ? 0 : 1);
