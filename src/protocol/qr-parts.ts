import { readCarried, sealedId, carriedText, type Carried } from '#protocol/bundle.ts';

/** One of several pictures: number `k` of `n`, with its piece of the text. `id` is that of the whole. */
export type QrPart = { id: string; k: number; n: number; piece: string };

const part = /^ST06Q\.([\w-]{22})\.([1-9]\d{0,2})\.([1-9]\d{0,2})\.([\w.-]+)$/;

const sayPart = ({ id, k, n, piece }: QrPart): string => `ST06Q.${id}.${k}.${n}.${piece}`;

/** Characters beside the piece, at most. */
const around = sayPart({ id: 'x'.repeat(22), k: 999, n: 999, piece: '' }).length;

/**
 * The texts of the pictures that show a bundle or a receipt, each at most `most` characters and about as long as the
 * others: one with the text itself, or parts that name their place. Throws a RangeError where 999 do not suffice.
 */
export const qrTexts = async (carried: Carried, most: number): Promise<string[]> => {
  const text = carriedText(carried);
  if (text.length <= most) return [text];
  const n = Math.ceil(text.length / (most - around));
  if (most <= around || n > 999) throw new RangeError('Too much for pictures');
  const length = Math.ceil(text.length / n);
  const id = await sealedId(carried);
  return Array.from({ length: n }, (_, i) =>
    sayPart({ id, k: i + 1, n, piece: text.slice(i * length, (i + 1) * length) }),
  );
};

/** A part, or undefined for a text that is none. */
export const readPart = (text: string): QrPart | undefined => {
  const [, id, k, n, piece] = part.exec(text.trim()) ?? [];
  if (id === undefined || piece === undefined || Number(k) > Number(n)) return undefined;
  return { id, k: Number(k), n: Number(n), piece };
};

/** What parts make together, in whatever order they were seen; undefined while one is missing, or when they are not what they say. */
export const joinParts = async (parts: readonly QrPart[]): Promise<Carried | undefined> => {
  const [first] = parts;
  const pieces = new Map(
    parts.filter(({ id, n }) => id === first?.id && n === first.n).map(({ k, piece }) => [k, piece]),
  );
  if (!first || pieces.size < first.n) return undefined;
  const text = Array.from({ length: first.n }, (_, i) => pieces.get(i + 1)).join('');
  const [carried] = readCarried(text);
  return carried && carriedText(carried) === text && (await sealedId(carried)) === first.id ? carried : undefined;
};
