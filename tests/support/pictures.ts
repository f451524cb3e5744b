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

/** One entry of a TIFF directory: tag, type, count, and its value or where it lies. */
const field = (tag: number, type: number, count: number, value: number): Buffer => {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt16BE(tag, 0);
  bytes.writeUInt16BE(type, 2);
  bytes.writeUInt32BE(count, 4);
  // A short stands at the left of its four bytes.
  bytes.writeUInt32BE(type === 3 ? value * 0x10000 : value, 8);
  return bytes;
};
const directory = (fields: Buffer[]): Buffer =>
  Buffer.concat([Buffer.from([0, fields.length]), ...fields, Buffer.alloc(4)]);
const degrees = (...parts: number[]): Buffer => {
  const bytes = Buffer.alloc(8 * parts.length);
  parts.forEach((part, i) => {
    bytes.writeUInt32BE(Math.round(part * 100), 8 * i);
    bytes.writeUInt32BE(100, 8 * i + 4);
  });
  return bytes;
};
const letter = (of: string) => of.charCodeAt(0) * 0x1000000;

const afterHead = 8;
const afterFirst = afterHead + 2 + 2 * 12 + 4;
const afterSecond = afterFirst + 2 + 4 * 12 + 4;

/** What cameras add, as they write it: held upright (a quarter turn to the right), at 18°20'13" N, 105°54'20" E. */
export const position = segment(
  0xe1,
  Buffer.concat([
    Buffer.from('Exif\0\0MM\0*\0\0\0\x08', 'latin1'),
    directory([field(0x0112, 3, 1, 6), field(0x8825, 4, 1, afterFirst)]),
    directory([
      field(1, 2, 2, letter('N')),
      field(2, 5, 3, afterSecond),
      field(3, 2, 2, letter('E')),
      field(4, 5, 3, afterSecond + 24),
    ]),
    degrees(18, 20, 13.2),
    degrees(105, 54, 20.4),
  ]),
);
export const remark = segment(0xfe, Buffer.from('Thôn 2'));

export const nameOf = (entry: string, bytes: Uint8Array): PhotoName =>
  photoName(entry, createHash('sha256').update(bytes).digest('hex'));
