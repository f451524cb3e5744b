import { photoFiles, removePhotoFile } from './photo-files.ts';
import type { Province } from './province.ts';
import { forgetOldPhotos, heldPhotos } from './storage/photos.ts';

const aDay = 24 * 60 * 60 * 1000;
/** A phone that comes back to a broken upload later than this begins it anew. */
const brokenFor = 14 * aDay;

/**
 * Deletes photos whose time is over, and files nobody will go on with: uploads broken off long ago, and files whose photo is
 * forgotten, should a crash have come between. Returns how many files went. Several nodes may sweep one folder.
 */
export const sweepPhotos = async (province: Province, directory: string): Promise<number> => {
  const over = new Set(await forgetOldPhotos(province));
  const files = await photoFiles(directory);
  const held = await heldPhotos(
    province.db,
    files.map(({ name }) => name),
  );
  const old = files.filter(
    ({ name, changedAt }) => over.has(name) || (!held.has(name) && province.clock.now() - changedAt > brokenFor),
  );
  for (const { name } of old) await removePhotoFile(directory, name);
  return old.length;
};

/** Sweeps now and once a day, as long as the process runs. A sweep that fails is tried again the next day. */
export const keepSweeping = (
  province: Province,
  directory: string,
  log: { error(what: object, words: string): void },
): void => {
  const sweep = () =>
    void sweepPhotos(province, directory).catch((error: Error) =>
      log.error({ kind: error.name }, 'photo sweep failed'),
    );
  sweep();
  setInterval(sweep, aDay).unref();
};
