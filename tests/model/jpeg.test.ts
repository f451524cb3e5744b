import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bareJpeg, readJpeg } from '#model/jpeg.ts';
import { jpeg, position, remark } from '../support/pictures.ts';

test('a picture tells its size, and whether anything is said beside it', () => {
  expect(readJpeg(jpeg({ width: 1280, height: 721 }))).toEqual({ width: 1280, height: 721, bare: true });
  expect(readJpeg(jpeg({ besides: [position] }))).toMatchObject({ bare: false });
  expect(readJpeg(jpeg({ besides: [remark] }))).toMatchObject({ bare: false });
});

test('the place a photo was taken at is gone, and the picture is the same', () => {
  const bare = bareJpeg(jpeg({ besides: [position, remark] }))!;
  expect(Buffer.from(bare).includes('GPS')).toBe(false);
  expect(bare).toEqual(jpeg());
  expect(bareJpeg(bare)).toEqual(bare);
});

test('what is said after the picture’s scan, or behind its end, goes as well', () => {
  const picture = jpeg();
  const [scan, end] = [picture.subarray(0, -2), picture.subarray(-2)];
  const inside = Buffer.concat([scan, position, end]);
  const behind = Buffer.concat([picture, Buffer.from('18.36 N, 105.9 E')]);
  for (const file of [inside, behind]) {
    expect(readJpeg(file)).toMatchObject({ bare: false });
    expect(bareJpeg(file)).toEqual(picture);
  }
});

test('half a picture is none', () => {
  const whole = jpeg({ bytes: 400, besides: [position] });
  for (let length = 0; length < whole.length; length++) {
    expect(readJpeg(whole.subarray(0, length))).toBeUndefined();
    expect(bareJpeg(whole.subarray(0, length))).toBeUndefined();
  }
});

test('any bytes at all are read to an end, and only a JPEG is one', () => {
  const damage = fc.array(fc.tuple(fc.nat({ max: 120 }), fc.nat({ max: 255 })), { maxLength: 4 });
  const whole = jpeg({ bytes: 40, besides: [position] });
  expect.hasAssertions();
  fc.assert(
    fc.property(damage, fc.uint8Array({ maxLength: 60 }), (changes, bytes) => {
      const file = whole.slice();
      for (const [at, byte] of changes) file[at % file.length] = byte;
      const picture = readJpeg(file);
      expect(picture && readJpeg(bareJpeg(file)!)).toEqual(picture && { ...picture, bare: true });
      expect(readJpeg(Uint8Array.of(0x89, ...bytes))).toBeUndefined();
      expect(bareJpeg(Uint8Array.of(0x89, ...bytes))).toBeUndefined();
    }),
  );
});
