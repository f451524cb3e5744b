import 'fake-indexeddb/auto';
import { Command, InvalidArgumentError } from 'commander';
import { crashAll, sentence } from './crash-all.ts';
import { kinds } from './kinds.ts';

const count = (text: string): number => {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError('A whole number from 0 on.');
  return number;
};

const { kills, seed } = new Command('crash')
  .description('Kills real processes while real phones send, and counts what is lost or counted twice.')
  .option('--kills <many>', 'how many kills, over all kinds', count, 100)
  .option('--seed <seed>', 'whence all that is left to chance is drawn', count, 1)
  .parse()
  .opts<{ kills: number; seed: number }>();

const say = (line: string) => process.stdout.write(`${line}\n`);
const tally = await crashAll(kinds, kills, seed, say);
say(`crash: ${sentence(tally)}`);
process.exit(tally.lost + tally.doubled > 0 ? 1 : 0);
