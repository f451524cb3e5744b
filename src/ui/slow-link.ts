import { useSyncExternalStore } from 'react';

type Connection = EventTarget & { saveData?: boolean; effectiveType?: string };

/** Chromium alone has it, and it is a hint, never a proof. */
const connection = (): Connection | undefined =>
  typeof navigator === 'undefined' ? undefined : (navigator as Navigator & { connection?: Connection }).connection;

/** The person saves data, or the link is slower than 4G. Where the browser does not say, it is good. */
export const isSlowLink = (): boolean => {
  const { saveData = false, effectiveType = '4g' } = connection() ?? {};
  return saveData || effectiveType !== '4g';
};

/** Returns the stop. */
export const whenLinkChanges = (tell: () => void): (() => void) => {
  const link = connection();
  link?.addEventListener('change', tell);
  return () => link?.removeEventListener('change', tell);
};

export const useSlowLink = (): boolean => useSyncExternalStore(whenLinkChanges, isSlowLink);
