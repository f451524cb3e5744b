import { gunzipSync, gzipSync } from 'node:zlib';

/*
 * Node compresses on other threads, and which of them is first no seed decides. Here it is done on the spot, by the same
 * zlib, so that a seed tells the same history each time.
 */
const onTheSpot = (work: (bytes: Uint8Array) => Uint8Array) =>
  class extends TransformStream<Uint8Array, Uint8Array> {
    constructor() {
      const pieces: Uint8Array[] = [];
      super({
        transform: (piece) => void pieces.push(piece),
        flush: (controller) => controller.enqueue(new Uint8Array(work(Buffer.concat(pieces)))),
      });
    }
  };

Object.assign(globalThis, {
  CompressionStream: onTheSpot(gzipSync),
  DecompressionStream: onTheSpot(gunzipSync),
});
