import { createHash } from 'node:crypto';
import { photoName, type PhotoName } from '#model/photo.ts';

const segment = (marker: number, payload: number[] | Buffer): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, marker, (payload.length + 2) >> 8, (payload.length + 2) & 0xff]),
    Buffer.from(payload),
  ]);
const frame = (width: number, height: number) =>
  segment(0xc0, [8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0]);

type Wish = { width?: number; height?: number; bytes?: number; besides?: Buffer[]; grain?: number };

/** A file of a JPEG's form: its parts in order, and a scan that says nothing worth seeing. */
export const jpeg = ({
  width = 1280,
  height = 960,
  bytes = 4000,
  besides = [],
  grain = 7,
}: Wish = {}): Uint8Array<ArrayBuffer> => {
  const head = Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    ...besides,
    frame(width, height),
    segment(0xda, [1, 1, 0, 0, 63, 0]),
  ]);
  // Below 0xff: nothing in the scan is a marker.
  const scan = Buffer.from(Array.from({ length: bytes }, (_, i) => (i * grain + grain) % 251));
  return new Uint8Array(Buffer.concat([head, scan, Buffer.from([0xff, 0xd9])]));
};

/** What cameras add: where it was taken. */
export const position = segment(0xe1, Buffer.from('Exif\0\0MM\0*GPSLatitude 18.36', 'latin1'));
export const remark = segment(0xfe, Buffer.from('Thôn 2'));

export const nameOf = (entry: string, bytes: Uint8Array): PhotoName =>
  photoName(entry, createHash('sha256').update(bytes).digest('hex'));
