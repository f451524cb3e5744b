import { Command, CommanderError } from 'commander';
import type { Words } from './words.ts';

export type Arguments = { province: string | undefined; demo: boolean };

/** What was asked for on the command line, or the exit code when that is already answered (help, an unknown option). */
export const readArguments = (
  argv: string[],
  words: Words,
  say: (text: string) => void,
): Arguments | { exit: number } => {
  const command = new Command('npm start --')
    .option('--province <code>', words('option-province'))
    .option('--no-demo', words('option-no-demo'))
    .exitOverride()
    .configureOutput({ writeOut: say, writeErr: say });
  try {
    const { province, demo } = command.parse(argv, { from: 'user' }).opts<{ province?: string; demo: boolean }>();
    return { province, demo };
  } catch (error) {
    if (error instanceof CommanderError) return { exit: error.exitCode === 0 ? 0 : 2 };
    throw error;
  }
};
