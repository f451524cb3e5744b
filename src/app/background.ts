import { onWakeUp } from '#app/service-worker.ts';
import { outboxWakeUp } from '#app/worker-words.ts';
import type { Handbook } from '#store/database.ts';
import { unsentCount } from '#store/reasons-to-sync.ts';
import { watch } from '#store/watch.ts';

type Registration = ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } };

/** The count on the app's icon. A browser without badges shows none. */
const showBadge = async (count: number): Promise<void> => {
  const phone: Partial<Pick<Navigator, 'setAppBadge' | 'clearAppBadge'>> = navigator;
  await (count > 0 ? phone.setAppBadge?.(count) : phone.clearAppBadge?.());
};

const askForWakeUp = async (): Promise<void> => {
  const registration: Registration | undefined = await navigator.serviceWorker?.ready;
  await registration?.sync?.register(outboxWakeUp);
};

// Both are favours of the browser: refused or missing, sending goes on by its own timer.
const favour = (asked: Promise<void>) => void asked.catch(() => undefined);

/** While something is unsent: its count on the app's icon, and a wake-up when the network returns. Returns the stop. */
export const mindTheUnsent = (db: Handbook, wake: () => void): (() => void) => {
  const stopListening = onWakeUp(wake);
  const stopWatching = watch(
    () => unsentCount(db),
    (count) => {
      favour(showBadge(count));
      if (count > 0) favour(askForWakeUp());
    },
  );
  return () => {
    stopListening();
    stopWatching();
  };
};
