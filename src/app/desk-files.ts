/** Under this name lie the files of the officers' places, on devices that have been an officer's. */
const cacheName = 'so-tay-06-desk';

/** A file that could not be fetched is left for the next time: each is of use by itself. */
const fetchInto = async (cache: Cache, path: string): Promise<void> => {
  if (await cache.match(path)) return;
  const response = await fetch(path).catch(() => undefined);
  if (response?.ok) await cache.put(path, response);
};

/** The officers' files of this version, by their paths: kept where an officer works, and nowhere else. */
export const createDesk = (paths: readonly string[]) => {
  const all = new Set(paths);
  const keep = async (): Promise<void> => {
    const cache = await caches.open(cacheName);
    // One after another: the work that goes out and comes in at the same time matters more.
    for (const path of paths) await fetchInto(cache, path);
  };
  return {
    holds: (path: string): boolean => all.has(path),
    /** Fetches what is not there yet. */
    keep,
    /** Before this version takes over, where the one before had them: an officer without a signal misses none. */
    renew: async (): Promise<void> => {
      if (await caches.has(cacheName)) await keep();
    },
    /** Lets go of the files of versions before. */
    tidy: async (): Promise<void> => {
      if (!(await caches.has(cacheName))) return;
      const cache = await caches.open(cacheName);
      const known = await cache.keys();
      const old = known.filter(({ url }) => !all.has(new URL(url).pathname));
      await Promise.all(old.map((request) => cache.delete(request)));
    },
    /** From here if it is here. Their names change with what they say, so that one that is here is right. */
    answer: async (request: Request): Promise<Response> => (await caches.match(request)) ?? fetch(request),
  };
};
