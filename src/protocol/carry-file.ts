/** Plain text, so that every messenger lets it through and every share sheet knows it. */
export const carryFileType = 'text/plain';

export const bundleFileName = (device: number, day: string): string => `so-tay-06-goi-${device}-${day}.txt`;
export const receiptFileName = (bundle: string, day: string): string => `so-tay-06-bien-nhan-${bundle}-${day}.txt`;

/**
 * A file for people and phones: `words` say what it is and what to do with it; then each bundle or receipt as
 * `carriedText` writes it, on a line of its own. Read by `readCarried`.
 */
export const carryFile = (words: string, texts: readonly string[]): string => `${[words, ...texts].join('\n\n')}\n`;
