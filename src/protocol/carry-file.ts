import { carriedText, type Carried } from '#protocol/bundle.ts';

/** Plain text, so that every messenger lets it through and every share sheet knows it. */
export const carryFileType = 'text/plain';

export const bundleFileName = (device: number, day: string): string => `so-tay-06-goi-${device}-${day}.txt`;
export const receiptFileName = (bundle: string, day: string): string => `so-tay-06-bien-nhan-${bundle}-${day}.txt`;

/** A file for people and phones: `words` say what it is and what to do with it; then one line each. Read by `readCarried`. */
export const carryFile = (words: string, carried: readonly Carried[]): string =>
  `${[words, ...carried.map(carriedText)].join('\n\n')}\n`;
