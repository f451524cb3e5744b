import { openProvince } from '../storage/open-province.ts';
import { backUp, contentsOf, isWhole } from '../storage/backup.ts';
import { GiveUp, runProgram, withProvince, type Terminal } from './at-the-terminal.ts';

/** Opens what was written and counts it: a backup nobody looked into is a hope. */
const lookInto = async ({ words, say }: Terminal, file: string): Promise<void> => {
  const opened = await openProvince({ database: file, databaseUrl: undefined });
  if (opened.kind === 'unusable') throw new GiveUp(words(opened.problem, opened.params));
  try {
    if (!(await isWhole(opened.db))) throw new GiveUp(words('backup-damaged', { file }));
    say(words('backup-done', { file, ...(await contentsOf(opened.db, file)) }));
  } finally {
    await opened.db.destroy();
  }
};

await runProgram((program, words) => {
  program
    .name('npm run backup --')
    .description(words('backup-about'))
    .argument('<file>', words('backup-file'))
    .action((file: string) =>
      withProvince(words, async (terminal) => {
        const made = await backUp(terminal.db, file);
        if (made.kind === 'exists') throw new GiveUp(words('backup-exists', { file }));
        if (made.kind === 'failed') throw new GiveUp(words('backup-failed', { file, why: made.why }));
        await lookInto(terminal, file);
      }),
    );
});
