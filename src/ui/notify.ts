/** Whether this browser shows notifications for us: not at all, only after asking, yes, or forbidden by the person. */
export type NotifyState = 'none' | 'ask' | 'on' | 'blocked';

const states = { default: 'ask', granted: 'on', denied: 'blocked' } as const;

export const notifyState = (): NotifyState =>
  'Notification' in globalThis && 'serviceWorker' in navigator ? states[Notification.permission] : 'none';

export const askToNotify = async (): Promise<NotifyState> =>
  notifyState() === 'ask' ? states[await Notification.requestPermission()] : notifyState();

/** Shows a notification where that is allowed; a later one of the same `tag` takes its place. It names no citizen. */
export const notify = async (title: string, body: string, tag: string): Promise<boolean> => {
  if (notifyState() !== 'on') return false;
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.showNotification(title, {
    body,
    tag,
    icon: '/icons/icon-192.png',
    lang: document.documentElement.lang,
  });
  return registration !== undefined;
};
