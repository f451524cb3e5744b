/** What the page and its service worker say to each other. */
export type ToWorker = { type: 'SKIP_WAITING' } | { type: 'OFFICER' };
export type ToPage = { type: 'wake' };

/** The tag of the browser's "there is a network again". */
export const outboxWakeUp = 'outbox';
