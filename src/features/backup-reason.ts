import { useEffect, useState } from 'react';
import { useHands, useLive, useNow } from '#features/handbook.tsx';
import { backupReason, type BackupReason } from '#store/backup-offer.ts';
import { storageUse } from '#store/persistence.ts';

/** Why a copy outside the browser should be made now, if it should. */
export const useBackupReason = (): BackupReason | undefined => {
  const { clock } = useHands();
  const now = useNow();
  const [use, setUse] = useState<Awaited<ReturnType<typeof storageUse>>>();
  useEffect(() => {
    const look = async () => setUse(await storageUse());
    // A browser that does not tell leaves it unknown.
    look().catch(() => undefined);
  }, []);
  return useLive((db) => backupReason(db, clock, use), [use, now]);
};
