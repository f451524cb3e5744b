import type { ToPage, ToWorker } from '#app/worker-words.ts';

type Told = {
  /** A new version is on the phone and waits to be let in. */
  waiting(): void;
  /** A new version has taken over: this page is of the old one. */
  replaced(): void;
};

export type ServiceWorkerWatch = {
  /** Lets the waiting version in. */
  letIn(): void;
  stop(): void;
};

const anHour = 60 * 60 * 1000;

/** Registers the service worker, and asks for a new version when the app comes to the front and once an hour. */
export const watchServiceWorker = async (told: Told): Promise<ServiceWorkerWatch | undefined> => {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return undefined;
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox('/sw.js');
  // The first service worker takes over a page that had none: that is no new version.
  let controlled = navigator.serviceWorker.controller !== null;
  const takenOver = () => {
    if (controlled) told.replaced();
    controlled = true;
  };
  navigator.serviceWorker.addEventListener('controllerchange', takenOver);
  workbox.addEventListener('waiting', () => told.waiting());

  // Without a network there is nothing new, and nothing wrong.
  const look = () => void workbox.update().catch(() => undefined);
  const inFront = () => document.visibilityState === 'visible' && look();
  document.addEventListener('visibilitychange', inFront);
  const hourly = setInterval(look, anHour);
  await workbox.register().catch(() => undefined);
  return {
    letIn: () => workbox.messageSkipWaiting(),
    stop: () => {
      clearInterval(hourly);
      document.removeEventListener('visibilitychange', inFront);
      navigator.serviceWorker.removeEventListener('controllerchange', takenOver);
    },
  };
};

/** Calls `wake` when the browser says, through the service worker, that there is a network again. */
export const onWakeUp = (wake: () => void): (() => void) => {
  if (!('serviceWorker' in navigator)) return () => undefined;
  const heard = ({ data }: MessageEvent<ToPage | undefined>) => data?.type === 'wake' && wake();
  navigator.serviceWorker.addEventListener('message', heard);
  return () => navigator.serviceWorker.removeEventListener('message', heard);
};

/** Has the service worker keep the officers' places on this device, so that they open without a network. */
export const keepOfficersPlaces = async (): Promise<void> => {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ type: 'OFFICER' } satisfies ToWorker);
};
