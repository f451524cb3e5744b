import { useSyncExternalStore } from 'react';

/** Chromium's offer to install. It comes once, early, and may be shown once. */
type InstallPrompt = Event & { prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }> };

let caught: InstallPrompt | undefined;
const told = new Set<() => void>();
const keep = (prompt: InstallPrompt | undefined) => {
  caught = prompt;
  told.forEach((listener) => listener());
};

/** Called at the start of the app: the browser's own banner is held back until a person has a reason to want it. */
export const catchInstallPrompt = (): void => {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    keep(event as InstallPrompt);
  });
  addEventListener('appinstalled', () => keep(undefined));
};

export const useInstallPrompt = (): InstallPrompt | undefined =>
  useSyncExternalStore(
    (listener) => {
      told.add(listener);
      return () => void told.delete(listener);
    },
    () => caught,
  );

/** Shows the browser's question and resolves with what the person answered. */
export const askToInstall = async (prompt: InstallPrompt): Promise<'accepted' | 'dismissed'> => {
  const { outcome } = await prompt.prompt();
  keep(undefined);
  return outcome;
};
