import type { BundleRow, Handbook, OwnOperationRow } from '#store/database.ts';
import { link } from '#store/link.ts';
import { persistence } from '#store/persistence.ts';

export type BackupReason = 'waits-long' | 'not-kept' | 'short-of-room';

const twoDays = 2 * 24 * 60 * 60 * 1000;
/** Of what the browser allows us. */
const nearlyFull = 0.8;

/**
 * Why a copy outside the browser is worth making now; undefined when nothing waits, nothing threatens it, or there is a
 * copy of just this. `use` in bytes, where the browser tells (`storageUse`).
 */
export const backupReason = async (
  db: Handbook,
  clock: { now(): number },
  use?: { used: number; allowed: number },
): Promise<BackupReason | undefined> => {
  const open = ({ dealtWith }: OwnOperationRow) => !dealtWith;
  const waiting = () => db.ownOperations.where('state').equals('waiting').filter(open);
  const [oldest, newest, kept, { trouble }] = await Promise.all([
    waiting().first(),
    waiting().last(),
    persistence(db),
    link(db),
  ]);
  if (!oldest || !newest) return undefined;
  const holdsThis = ({ first, last, savedAt }: BundleRow) =>
    savedAt !== null && first <= newest.seq && last >= newest.seq;
  if (await db.bundles.where('last').aboveOrEqual(newest.seq).filter(holdsThis).count()) return undefined;
  if (clock.now() - oldest.operation.at * 1000 > twoDays) return 'waits-long';
  if (use && use.used > use.allowed * nearlyFull) return 'short-of-room';
  return kept?.granted === false && trouble !== null ? 'not-kept' : undefined;
};
