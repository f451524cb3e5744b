import { lazy, type ComponentType } from 'react';
import { i18n } from '#app/i18n.ts';

/** A place and its words, fetched side by side when somebody first goes there. */
export const placeSaying = <Props extends object>(
  words: string[],
  load: () => Promise<{ default: ComponentType<Props> }>,
) =>
  lazy(async () => {
    const [place] = await Promise.all([load(), i18n.loadNamespaces(words)]);
    return place;
  });
