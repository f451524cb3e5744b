import { existsSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { readConfig, type Config } from '../config.ts';
import type { ProvinceDatabase } from '../province.ts';
import { openProvince } from '../storage/open-province.ts';
import { languageOfTerminal, wordsIn, type Words } from '../words.ts';

/** A command's end, as a sentence and an exit code: 1 when what was asked could not be done, 2 when it was asked wrongly. */
export class GiveUp extends Error {
  readonly exit: 1 | 2;
  constructor(sentence: string, exit: 1 | 2 = 1) {
    super(sentence);
    this.exit = exit;
  }
}

export type Terminal = { words: Words; config: Config; db: ProvinceDatabase; say(text: string): void };

/** Opens the province's database for one command; the server may be running on it meanwhile. */
export const withProvince = async (words: Words, work: (terminal: Terminal) => Promise<void>): Promise<void> => {
  const read = readConfig(process.env);
  if (read.kind === 'wrong') throw new GiveUp(words(read.problem, { value: read.value }), 2);
  const { config } = read;
  if (config.databaseUrl === undefined && !existsSync(config.database))
    throw new GiveUp(words('database-missing', { file: config.database }));
  const opened = await openProvince(config);
  if (opened.kind === 'unusable') throw new GiveUp(words(opened.problem, opened.params));
  try {
    await work({ words, config, db: opened.db, say: (text) => void process.stdout.write(`${text}\n`) });
  } finally {
    await opened.db.destroy();
  }
};

/** Runs a program of commands on this process's arguments and sets its exit code. */
export const runProgram = async (build: (program: Command, words: Words) => void): Promise<void> => {
  const words = wordsIn(languageOfTerminal(process.env));
  const program = new Command().exitOverride();
  // `| head` has read enough.
  process.stdout.on('error', () => process.exit(0));
  build(program, words);
  try {
    await program.parseAsync(process.argv);
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else if (error instanceof GiveUp) {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = error.exit;
    } else throw error;
  }
};
