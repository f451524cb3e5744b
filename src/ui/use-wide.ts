import { useSyncExternalStore } from 'react';

const wide = () => (typeof matchMedia === 'function' ? matchMedia('print, (min-width: 900px)') : undefined);

const listen = (changed: () => void) => {
  const query = wide();
  query?.addEventListener('change', changed);
  return () => query?.removeEventListener('change', changed);
};

/** Room for a table, paper too; on less, the same figures stand as a list. */
export const useWide = (): boolean => useSyncExternalStore(listen, () => wide()?.matches ?? true);
