import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { backUp, contentsOf } from '../storage/backup.ts';
import { restore } from '../storage/restore.ts';
import { GiveUp, runProgram, withProvince, type Terminal } from './at-the-terminal.ts';

const stamp = () => new Date().toISOString().replace(/[-:.]/g, '');

/** What is replaced is kept in the data folder, so that a restore can itself be undone. */
const keepWhatIs = async ({ db, config, words }: Terminal): Promise<string> => {
  mkdirSync(config.dataDir, { recursive: true });
  const file = join(config.dataDir, `before-restore-${stamp()}.sqlite`);
  const kept = await backUp(db, file);
  if (kept.kind === 'done') return file;
  throw new GiveUp(
    words('backup-failed', { file, why: kept.kind === 'failed' ? kept.why : words('backup-exists', { file }) }),
  );
};

await runProgram((program, words) => {
  program
    .name('npm run restore --')
    .description(words('restore-about'))
    .argument('<file>', words('restore-file'))
    .action((file: string) =>
      withProvince(words, async (terminal) => {
        const before = await keepWhatIs(terminal);
        const restored = await restore(terminal.db, file);
        if (restored.kind === 'refused') throw new GiveUp(words(`restore-${restored.why}`, { file }));
        terminal.say(words('restore-done', { file, ...(await contentsOf(terminal.db, file)) }));
        terminal.say(words('restore-undo', { before }));
      }),
    );
});
