import { useEffect, useSyncExternalStore } from 'react';

const dirty = new Set<object>();
const told = new Set<() => void>();
const tell = () => told.forEach((listener) => listener());

const listen = (listener: () => void) => {
  told.add(listener);
  return () => void told.delete(listener);
};
const allClean = () => dirty.size === 0;

/** A form says that something is typed in it and not saved: the app is not replaced under it. */
export const useDirtyForm = (isDirty: boolean): void => {
  useEffect(() => {
    if (!isDirty) return undefined;
    const form = {};
    dirty.add(form);
    tell();
    return () => {
      dirty.delete(form);
      tell();
    };
  }, [isDirty]);
};

export const useFormsAreClean = (): boolean => useSyncExternalStore(listen, allClean);
