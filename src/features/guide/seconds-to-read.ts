import { withoutWeight } from '#features/guide/Weighted.tsx';

/** Slowly, for a loudspeaker that echoes: syllables in a second, and the pause at the end of a sentence in seconds. */
const pace = 2.8;
const pause = 0.7;

/** How long a script lasts when it is read slowly, in seconds, to the next five. */
export const secondsToRead = (sentences: readonly string[]): number => {
  const text = sentences.map(withoutWeight).join(' ');
  const syllables = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const stops = text.match(/[.!?]/g)?.length ?? 0;
  return Math.max(5, Math.round((syllables / pace + stops * pause) / 5) * 5);
};
