import '../support/indexed-db.ts';
import { Command, InvalidArgumentError } from 'commander';
import { simulate } from './history.ts';

const count = (text: string): number => {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError('A whole number from 0 on.');
  return number;
};

const { seeds, from } = new Command('simulate')
  .description('Seeded histories of several phones and one province, with everything that can go wrong between them.')
  .option('--seeds <many>', 'how many histories', count, 200)
  .option('--from <seed>', 'the first seed', count, 1)
  .parse()
  .opts<{ seeds: number; from: number }>();

const say = (line: string) => process.stdout.write(`${line}\n`);
const broken = { lost: 0, doubled: 0, stuck: 0, wrong: 0 };
let operations = 0;
let forgotten = 0;
let told = false;

for (let seed = from; seed < from + seeds; seed++) {
  const history = await simulate(seed);
  operations += history.operations;
  forgotten += history.forgotten;
  const done = seed - from + 1;
  if (done % 100 === 0 && done < seeds) say(`${done} of ${seeds} histories, ${operations} operations`);
  if (!history.violation) continue;
  broken[history.violation.kind]++;
  if (told) continue;
  told = true;
  say(`Seed ${seed} fails: ${history.violation.kind}: ${history.violation.message}`);
  say(`Faults: ${history.faults.join(', ')}`);
  history.steps.forEach((step, i) => say(`${String(i + 1).padStart(4)}  ${step}`));
}

const { lost, doubled, stuck, wrong } = broken;
if (forgotten > 0)
  say(`${forgotten} of them were on no other device when a browser threw its storage away, and are not among the lost`);
if (wrong > 0) say(`${wrong} histories ended otherwise than they must`);
say(`simulate: ${seeds} histories, ${operations} operations, ${lost} lost, ${doubled} doubled, ${stuck} stuck`);
process.exitCode = lost + doubled + stuck + wrong > 0 ? 1 : 0;
