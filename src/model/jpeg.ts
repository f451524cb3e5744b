/** From its marker's first byte up to, not including, `to`. */
type Segment = { marker: number; from: number; to: number };

const startOfScan = 0xda;
const endOfImage = 0xd9;
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Whatever is no part of the picture, but for what decoders need: JFIF (0) and Adobe's colours (14). */
const isBesides = (marker: number) => (marker > 0xe0 && marker <= 0xef && marker !== 0xee) || marker === 0xfe;

/** Where the coded picture after a scan's head ends: at the next marker that is none of its own. */
const endOfScan = (bytes: Uint8Array, from: number): number => {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1]!;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
};

/** The parts of a whole JPEG between its first and last marker, and where it ends; undefined when it is none, or not whole. */
const partsOf = (bytes: Uint8Array): { segments: Segment[]; end: number } | undefined => {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const segments: Segment[] = [];
  for (let at = 2; at + 1 < bytes.length;) {
    const marker = bytes[at + 1]!;
    if (bytes[at] !== 0xff) return undefined;
    if (marker === endOfImage) return { segments, end: at + 2 };
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = (bytes[at + 2]! << 8) | bytes[at + 3]!;
    const end = at + 2 + length;
    if (!(length >= 2 && end <= bytes.length)) return undefined;
    const to = marker === startOfScan ? endOfScan(bytes, end) : end;
    segments.push({ marker, from: at, to });
    at = to;
  }
  return undefined;
};

/**
 * The size of a JPEG in pixels, and whether it is `bare`: picture and nothing else, so that neither the place nor the phone
 * it was taken with is in it. Undefined for anything that is not one whole JPEG.
 */
export const readJpeg = (bytes: Uint8Array): { width: number; height: number; bare: boolean } | undefined => {
  const { segments = [], end = 0 } = partsOf(bytes) ?? {};
  const frame = segments.find(({ marker }) => isFrame(marker));
  if (!frame || !segments.some(({ marker }) => marker === startOfScan)) return undefined;
  const at = frame.from + 5;
  return {
    height: (bytes[at]! << 8) | bytes[at + 1]!,
    width: (bytes[at + 2]! << 8) | bytes[at + 3]!,
    bare: end === bytes.length && !segments.some(({ marker }) => isBesides(marker)),
  };
};

/** The same picture without what is said besides; undefined for anything that is not one whole JPEG. */
export const bareJpeg = (bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined => {
  const kept = partsOf(bytes)?.segments.filter(({ marker }) => !isBesides(marker));
  if (!kept) return undefined;
  const bare = new Uint8Array(4 + kept.reduce((sum, { from, to }) => sum + to - from, 0));
  bare.set([0xff, 0xd8]);
  let at = 2;
  for (const { from, to } of kept) {
    bare.set(bytes.subarray(from, to), at);
    at += to - from;
  }
  bare.set([0xff, endOfImage], at);
  return bare;
};
