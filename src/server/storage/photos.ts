import { maySaveEntries } from '#model/person.ts';
import { photoLimits, readPhotoName, type PhotoName } from '#model/photo.ts';
import type { Caller, Province, ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';
import { noteAct } from './audit.ts';
import { isInScope } from './scope.ts';
import type { PhotoTable } from './schema.ts';
import { readSettings } from './settings.ts';

const aDay = 24 * 60 * 60;

/** Where a photo belongs, when this caller may send it. */
export type Welcome = Pick<PhotoTable, 'name' | 'entry_id' | 'unit_id' | 'commune_id' | 'device' | 'person_id'>;

/**
 * Whether the caller may send this photo: a member of the entry's own team, while the province wants photos, the entry
 * stands, and its period was not closed so long ago that its photos are deleted. Throws Refused with the reason.
 */
export const welcomePhoto = async (
  { db, clock }: Province,
  { person, device }: Pick<Caller, 'person' | 'device'>,
  name: string,
): Promise<Welcome> => {
  const read = readPhotoName(name);
  if (!read) throw new Refused('query-unreadable');
  if (!maySaveEntries(person.role)) throw new Refused('role-too-low');
  const settings = await readSettings(db);
  if (!settings.photos) throw new Refused('photos-off');
  const entry = await db
    .selectFrom('entry')
    .leftJoin('period_closure as closure', (join) =>
      join.onRef('closure.commune_id', '=', 'entry.commune_id').onRef('closure.period', '=', 'entry.period'),
    )
    .select(['entry.unit_id', 'entry.device', 'entry.commune_id', 'entry.withdrawn', 'closure.closed_at'])
    .where('entry.id', '=', read.entry)
    .executeTakeFirst();
  if (!entry) throw new Refused('photo-entry-unknown');
  // Of what this very phone recorded in a unit its person has left since, it still brings the photos (rule T4).
  if (entry.unit_id !== person.unit && entry.device !== device) throw new Refused('unit-out-of-scope');
  if (entry.withdrawn === 1) throw new Refused('photo-entry-withdrawn');
  const closedFor = entry.closed_at === null ? 0 : clock.now() / 1000 - Number(entry.closed_at);
  if (closedFor > settings.photoDays * aDay) throw new Refused('photo-too-late', { days: settings.photoDays });
  if (!(await photoByName(db, name)) && (await photosOfEntry(db, read.entry)) >= photoLimits.perEntry)
    throw new Refused('photos-enough', { most: photoLimits.perEntry });
  const { unit_id, commune_id } = entry;
  return { name, entry_id: read.entry, unit_id, commune_id, device, person_id: person.id };
};

const photosOfEntry = async (db: ProvinceDatabase, entry: string): Promise<number> => {
  const rows = await db.selectFrom('photo').select('name').where('entry_id', '=', entry).execute();
  return rows.length;
};

export const photoByName = (db: ProvinceDatabase, name: PhotoName): Promise<PhotoTable | undefined> =>
  db.selectFrom('photo').selectAll().where('name', '=', name).executeTakeFirst();

/** A photo the caller may look at: of the own team, or of a unit below. Throws Refused with 'not-found' for any other. */
export const photoInScope = async (
  db: ProvinceDatabase,
  { path }: Pick<Caller, 'path'>,
  name: PhotoName,
): Promise<PhotoTable> => {
  const photo = readPhotoName(name) && (await photoByName(db, name));
  const unit = photo && (await db.selectFrom('unit').selectAll().where('id', '=', photo.unit_id).executeTakeFirst());
  if (!photo || !unit || !(await isInScope(db, path, unit))) throw new Refused('not-found');
  return photo;
};

/**
 * Forgets a photo because the one who took it wants it gone, and notes that; its file goes after this has committed. Throws
 * Refused with 'not-found', also for one that is gone already, or 'role-too-low' for a photo somebody else took: on the
 * phone that sent it, it would go on to be said to be here.
 */
export const forgetPhoto = (
  { db, clock }: Province,
  caller: Pick<Caller, 'path' | 'person' | 'device'>,
  name: PhotoName,
) =>
  db.transaction().execute(async (tx) => {
    const photo = await photoInScope(tx, caller, name);
    if (photo.person_id !== caller.person.id) throw new Refused('role-too-low');
    await tx.deleteFrom('photo').where('name', '=', name).execute();
    const act = { act: 'photo.deleted' as const, unit: photo.unit_id, subject: photo.entry_id };
    await noteAct(tx, caller, act, Math.floor(clock.now() / 1000));
  });

/** Writes a photo down whose file is whole and on disk. The same photo again changes nothing. */
export const keepPhoto = async (db: ProvinceDatabase, photo: PhotoTable): Promise<void> => {
  await db
    .insertInto('photo')
    .values(photo)
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
};

/** The names of the photos of these entries, in the order they came. */
export const photosOf = async (db: ProvinceDatabase, entries: readonly string[]): Promise<Map<string, PhotoName[]>> => {
  const byEntry = new Map<string, PhotoName[]>();
  if (entries.length === 0) return byEntry;
  const rows = await db
    .selectFrom('photo')
    .select(['name', 'entry_id'])
    .where('entry_id', 'in', entries)
    .orderBy('received_at')
    .orderBy('name')
    .execute();
  for (const { name, entry_id } of rows) byEntry.set(entry_id, [...(byEntry.get(entry_id) ?? []), name]);
  return byEntry;
};

/**
 * Forgets the photos whose time is over, and returns their names: those of entries withdrawn, and those whose period was
 * closed more than the province's `photoDays` ago. Their files go after this has committed.
 */
export const forgetOldPhotos = async ({ db, clock }: Province): Promise<PhotoName[]> => {
  const { photoDays } = await readSettings(db);
  const closedBefore = Math.floor(clock.now() / 1000) - photoDays * aDay;
  const over = await db
    .selectFrom('photo')
    .innerJoin('entry', 'entry.id', 'photo.entry_id')
    .leftJoin('period_closure as closure', (join) =>
      join.onRef('closure.commune_id', '=', 'entry.commune_id').onRef('closure.period', '=', 'entry.period'),
    )
    .select('photo.name')
    .where(({ or, eb }) => or([eb('entry.withdrawn', '=', 1), eb('closure.closed_at', '<', closedBefore)]))
    .orderBy('photo.name')
    .execute();
  const names = over.map(({ name }) => name);
  for (let at = 0; at < names.length; at += 500)
    await db
      .deleteFrom('photo')
      .where('name', 'in', names.slice(at, at + 500))
      .execute();
  return names;
};

/** Of these names, those the province holds. */
export const heldPhotos = async (db: ProvinceDatabase, names: readonly string[]): Promise<Set<PhotoName>> => {
  const held = new Set<PhotoName>();
  for (let at = 0; at < names.length; at += 500) {
    const some = names.slice(at, at + 500);
    const rows = await db.selectFrom('photo').select('name').where('name', 'in', some).execute();
    for (const { name } of rows) held.add(name);
  }
  return held;
};
