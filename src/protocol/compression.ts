export type Unpacked = { kind: 'unpacked'; bytes: Uint8Array } | { kind: 'broken' } | { kind: 'too-large' };

/** Bytes as gzip, by the browser's or Node's own means. */
export const gzip = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> => {
  const packed = await drain(bytes, new CompressionStream('gzip'), Infinity);
  if (!packed) throw new Error('More than everything');
  return packed;
};

/** Gzip read back. Stops as soon as more than `most` bytes came out, so that a bomb costs no more than that. Never throws. */
export const gunzip = async (bytes: Uint8Array<ArrayBuffer>, most: number): Promise<Unpacked> => {
  try {
    const unpacked = await drain(bytes, new DecompressionStream('gzip'), most);
    return unpacked ? { kind: 'unpacked', bytes: unpacked } : { kind: 'too-large' };
  } catch {
    return { kind: 'broken' };
  }
};

/** What comes out of `stream` for these bytes; undefined once it is more than `most`. Rejects when the stream fails. */
const drain = async (
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    // Node's types leave open what a stream carries.
    const piece = value as Uint8Array<ArrayBuffer>;
    pieces.push(piece);
    length += piece.length;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
  }
  const whole = new Uint8Array(length);
  let position = 0;
  for (const piece of pieces) {
    whole.set(piece, position);
    position += piece.length;
  }
  return whole;
};
