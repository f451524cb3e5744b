/** Where the service worker puts what another app shares with this one, until the page has taken it in. */
const shelf = 'shared-in';
/** The manifest's share_target. */
export const shareTarget = '/chia-se';

/** In the service worker: what came with the share sheet, each in its place. */
export const keepShared = async (form: FormData): Promise<void> => {
  const cache = await caches.open(shelf);
  const came = ['title', 'text', 'url', 'files'].flatMap((field) => form.getAll(field));
  for (const [i, one] of came.entries()) await cache.put(`${shareTarget}/${Date.now()}-${i}`, new Response(one));
};

/** In the page: all of it, once. */
export const takeShared = async (): Promise<{ texts: string[]; files: Blob[] }> => {
  const taken: { texts: string[]; files: Blob[] } = { texts: [], files: [] };
  if (typeof caches === 'undefined') return taken;
  const cache = await caches.open(shelf);
  for (const key of await cache.keys()) {
    const blob = await (await cache.match(key))?.blob();
    if (blob?.type.startsWith('image/')) taken.files.push(blob);
    else if (blob) taken.texts.push(await blob.text());
  }
  return taken;
};

/** What was taken in stands in the database now. */
export const clearShared = async (): Promise<void> =>
  void (typeof caches !== 'undefined' && (await caches.delete(shelf)));
