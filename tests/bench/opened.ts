/** Says what to close at the end. */
export type Later = (close: () => unknown) => void;

/** What a measurement opened, closed again at its end however it ends, the last first. */
export const closingAll = async <T>(measure: (later: Later) => Promise<T>): Promise<T> => {
  const closers: (() => unknown)[] = [];
  try {
    return await measure((close) => void closers.unshift(close));
  } finally {
    for (const close of closers) await close();
  }
};
