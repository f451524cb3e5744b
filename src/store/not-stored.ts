/** The phone refused to keep something: it is full, or the browser forbids (private mode, storage switched off). */
export type NotStored = { kind: 'not-stored'; why: 'full' | 'blocked' };

const full = ['QuotaExceededError'];
const blocked = [
  'InvalidStateError',
  'SecurityError',
  'MissingAPIError',
  'OpenFailedError',
  'DatabaseClosedError',
  'UnknownError',
  'VersionError',
];

/** Browsers say it as the error of a request, or as the cause of an abort; Dexie, of many rows at once, as a list. */
const namesIn = (error: unknown): string[] => {
  const names: string[] = [];
  let at = error;
  while (typeof at === 'object' && at !== null && names.length < 8) {
    const { name, inner, cause, failures } = at as Record<'name' | 'inner' | 'cause' | 'failures', unknown>;
    names.push(String(name));
    at = inner ?? cause ?? (Array.isArray(failures) ? failures[0] : undefined);
  }
  return names;
};

/** Why storage refused, or undefined when the error is something else: a bug, to be thrown on. */
export const whyNotStored = (error: unknown): NotStored['why'] | undefined => {
  const names = namesIn(error);
  if (names.some((name) => full.includes(name))) return 'full';
  return names.some((name) => blocked.includes(name)) ? 'blocked' : undefined;
};

/** Runs a write. A refusal of the storage becomes an outcome the person is told of (rule W2). */
export const orNotStored = async <T>(write: () => Promise<T>): Promise<T | NotStored> => {
  try {
    return await write();
  } catch (error) {
    const why = whyNotStored(error);
    if (!why) throw error;
    return { kind: 'not-stored', why };
  }
};
