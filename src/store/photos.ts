import type { RecordId } from '#model/operation.ts';
import { periodOf } from '#model/period.ts';
import { photoLimits, photoName, type PhotoName } from '#model/photo.ts';
import type { Refusal } from '#protocol/refusals.ts';
import type { Handbook, PhotoRow } from '#store/database.ts';
import { link } from '#store/link.ts';
import { orNotStored, type NotStored } from '#store/not-stored.ts';
import { waitingCount } from '#store/outbox.ts';
import { situation } from '#store/situation.ts';

export type { PhotoRow };

const hex = (bytes: ArrayBuffer) =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const inOrder = (rows: PhotoRow[]) => rows.sort((a, b) => a.takenAt - b.takenAt || a.name.localeCompare(b.name));

/**
 * Keeps a photo beside its entry, as it will be sent. `kept` is said after the commit (rule W1); the same picture again is
 * the same photo. A phone that is full keeps the entry, and says so (rule W2).
 */
export const addPhoto = async (
  db: Handbook,
  clock: { now(): number },
  entry: RecordId,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ kind: 'kept'; name: PhotoName } | { kind: 'enough' } | NotStored> => {
  const name = photoName(entry, hex(await crypto.subtle.digest('SHA-256', bytes)));
  return orNotStored(() =>
    db.transaction('rw', db.photos, async () => {
      const there = await db.photos.where('entry').equals(entry).primaryKeys();
      if (there.includes(name)) return { kind: 'kept', name };
      if (there.length >= photoLimits.perEntry) return { kind: 'enough' };
      await db.photos.add({
        name,
        entry,
        bytes,
        takenAt: clock.now(),
        state: 'waiting',
        sent: 0,
        hurry: false,
        refusal: null,
      });
      return { kind: 'kept', name };
    }),
  );
};

/** The photos of an entry that this phone holds, in the order they were taken. */
export const photosOfEntry = async (db: Handbook, entry: RecordId): Promise<PhotoRow[]> =>
  inOrder(await db.photos.where('entry').equals(entry).toArray());

/** All photos the province has yet to hear of, oldest first: it does not have them, or does not know that they go. */
export const photosNotSent = async (db: Handbook): Promise<PhotoRow[]> =>
  inOrder(await db.photos.where('state').anyOf('waiting', 'refused', 'leaving').toArray());

/** Lets a photo go: off the phone at once, or, where the province has it, as soon as the province has let it go too. */
export const dropPhoto = (db: Handbook, name: PhotoName): Promise<void> =>
  db.transaction('rw', db.photos, async () => {
    const row = await db.photos.get(name);
    if (row?.state === 'received' || row?.state === 'leaving') await db.photos.update(name, { state: 'leaving' });
    else await db.photos.delete(name);
  });

/** The next photo that the province has to let go. */
export const nextToLeave = async (db: Handbook): Promise<PhotoName | null> =>
  (await db.photos.where('state').equals('leaving').first())?.name ?? null;

/** The province has it no more. */
export const notePhotoGone = (db: Handbook, name: PhotoName): Promise<void> => db.photos.delete(name);

/** Somebody wants everything sent now, over whatever link there is. */
export const hurryPhotos = async (db: Handbook): Promise<void> => {
  await db.photos.where('state').equals('waiting').modify({ hurry: true });
};

/**
 * The photo to send next: after all numbers, whose entry the province has received; over a slow link only one a person asked
 * for. None while the province wants none.
 */
export const nextPhoto = async (db: Handbook, slow: boolean): Promise<PhotoRow | null> => {
  const known = await situation(db);
  if (!known?.settings.photos || (await waitingCount(db)) > 0) return null;
  for (const row of inOrder(await db.photos.where('state').equals('waiting').toArray())) {
    const entry = await db.entries.get(row.entry);
    if (entry?.steps[0]?.where === 'received' && (row.hurry || !slow)) return row;
  }
  return null;
};

export const notePhotoSent = async (db: Handbook, name: PhotoName, sent: number): Promise<void> => {
  await db.photos.update(name, { sent });
};

export const notePhotoReceived = async (db: Handbook, name: PhotoName): Promise<void> => {
  await db.photos
    .where('name')
    .equals(name)
    .modify((row) => {
      Object.assign(row, { state: 'received', sent: row.bytes.length, refusal: null });
    });
};

export const notePhotoRefused = async (db: Handbook, name: PhotoName, refusal: Refusal): Promise<void> => {
  await db.photos.update(name, { state: 'refused', refusal });
};

/** Photos the province has, of periods it has closed, leave the phone (rule P7): they are what takes up room. */
export const forgetClosedPhotos = async (db: Handbook): Promise<void> => {
  const known = await situation(db);
  if (!known || known.closed.length === 0) return;
  const closed = new Set(known.closed.map(({ period }) => period));
  for (const { name, entry } of await db.photos.where('state').equals('received').toArray()) {
    const date = (await db.entries.get(entry))?.date;
    if (date !== undefined && closed.has(periodOf(date, known.settings.periodKind))) await db.photos.delete(name);
  }
};

export type PhotosHeld = {
  off: boolean;
  numbers: boolean;
  notThere: ReadonlySet<RecordId>;
  letGo: ReadonlySet<RecordId>;
};

/**
 * What keeps photos on this phone: a province that wants none, numbers that go first, entries the province does not
 * have, and those that were let go.
 */
export const photosHeldBy = async (db: Handbook): Promise<PhotosHeld> => {
  const [known, numbers, waiting] = await Promise.all([situation(db), waitingCount(db), photosNotSent(db)]);
  const entries = [...new Set(waiting.map(({ entry }) => entry))];
  const rows = await db.entries.bulkGet(entries);
  return {
    off: !known?.settings.photos,
    numbers: numbers > 0,
    letGo: new Set(entries.filter((_, i) => !rows[i])),
    notThere: new Set(entries.filter((_, i) => rows[i]?.steps[0]?.where !== 'received')),
  };
};

/** What, when it changes, is worth a try: a photo taken or asked for, the last number sent, an answer of the province. */
export const reasonsToSendPhotos = async (db: Handbook): Promise<string> => {
  const waiting = await db.photos.where('state').anyOf('waiting', 'leaving').toArray();
  if (waiting.length === 0) return '';
  const [numbers, { lastSucceededAt, askedAt }, known] = await Promise.all([waitingCount(db), link(db), situation(db)]);
  const asked = waiting.map(({ name, state, hurry }) => [name, state, hurry]);
  return JSON.stringify([asked, numbers === 0, lastSucceededAt, askedAt, known?.settings.photos]);
};
