import { createHash } from 'node:crypto';
import { open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readJpeg } from '#model/jpeg.ts';
import { photoLimits, readPhotoName, type PhotoName } from '#model/photo.ts';
import { Refused } from './refusing.ts';

/** What became of a file that came in whole: the picture's size, on disk for good. */
export type Picture = { bytes: number; width: number; height: number };

/** A file of a photo, whole or still coming, with what tus keeps beside it. */
export const fileOf = (directory: string, name: PhotoName): string => join(directory, name);
const besideOf = (directory: string, name: PhotoName): string => join(directory, `${name}.json`);

export const removePhotoFile = async (directory: string, name: PhotoName): Promise<void> => {
  await rm(fileOf(directory, name), { force: true });
  await rm(besideOf(directory, name), { force: true });
};

const onDisk = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * Looks at what came in under a name, once all its bytes are there: it has to be what the name says, one whole picture, no
 * larger than a phone of ours sends, and nothing besides (model/jpeg.ts). Else the file goes, and Refused says why. When it
 * returns, the file is on disk (rule S1).
 */
export const examinePhoto = async (directory: string, name: PhotoName): Promise<Picture> => {
  const path = fileOf(directory, name);
  const bytes = await readFile(path);
  const picture = readJpeg(bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const edge = photoLimits.longEdge;
  const fits = picture && Math.max(picture.width, picture.height) <= edge && picture.width > 0 && picture.height > 0;
  if (!fits || sha256 !== readPhotoName(name)?.sha256) {
    await removePhotoFile(directory, name);
    throw new Refused('photo-unreadable', { most: edge });
  }
  if (!picture.bare) {
    await removePhotoFile(directory, name);
    throw new Refused('photo-says-more');
  }
  await onDisk(path);
  await onDisk(directory);
  return { bytes: bytes.length, width: picture.width, height: picture.height };
};

/** Before the first photo there is no folder. */
const none = (error: NodeJS.ErrnoException): string[] => {
  if (error.code === 'ENOENT') return [];
  throw error;
};

/** The files of photos in the folder, and when each was last written to, in milliseconds. */
export const photoFiles = async (directory: string): Promise<{ name: PhotoName; changedAt: number }[]> => {
  const found: { name: PhotoName; changedAt: number }[] = [];
  for (const name of await readdir(directory).catch(none)) {
    if (!readPhotoName(name)) continue;
    // Gone meanwhile: another node sweeps the same folder.
    const stats = await stat(fileOf(directory, name)).catch(() => undefined);
    if (stats) found.push({ name, changedAt: stats.mtimeMs });
  }
  return found;
};
