import { useLive } from '#features/handbook.tsx';
import { storageUse } from '#store/persistence.ts';

/** From here on a person is told, while there is still room to act. */
const tellFrom = 0.8;

/** The part of the room for the handbook that is used, once it is worth telling; looked at anew with every photo. */
export const useRoomUsed = (): number | undefined => {
  const used = useLive(async (db) => {
    await db.photos.count();
    const use = await storageUse().catch(() => undefined);
    return use && use.allowed > 0 ? use.used / use.allowed : 0;
  });
  return used !== undefined && used >= tellFrom ? used : undefined;
};
