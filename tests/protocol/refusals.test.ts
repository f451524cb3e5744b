import { expect, test } from 'vitest';
import { askedFaults } from '#model/fault.ts';
import { refusalCodes, statusOf } from '#protocol/refusals.ts';
import en from '../../locales/en/refusals.json' with { type: 'json' };
import vi from '../../locales/vi/refusals.json' with { type: 'json' };

const sentences = { vi: vi as Record<string, string>, en: en as Record<string, string> };
const codes = [...refusalCodes, ...askedFaults];
const placeholders = (sentence: string) => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted();

test('every code has its sentence in Vietnamese and in English, and no sentence lacks its code', () => {
  expect(new Set(codes).size).toBe(codes.length);
  expect(Object.keys(vi).toSorted()).toEqual([...codes].toSorted());
  expect(Object.keys(en).toSorted()).toEqual([...codes].toSorted());
});

test.each(codes)('%s says the same things in both languages', (code) => {
  expect(placeholders(sentences.en[code]!)).toEqual(placeholders(sentences.vi[code]!));
});

test.each(codes)('%s is a whole sentence in composed letters that does not stop at "không hợp lệ"', (code) => {
  for (const sentence of [sentences.vi[code]!, sentences.en[code]!]) {
    expect(sentence).toMatch(/[.?]$/);
    expect(sentence.normalize('NFC')).toBe(sentence);
    expect(sentence).not.toMatch(/không hợp lệ|invalid/i);
  }
});

test('every refusal has a status of its own kind: 4xx for what the asker can mend, 5xx for the province', () => {
  for (const code of refusalCodes) {
    const ours = code.startsWith('province-');
    expect(Math.floor(statusOf(code) / 100)).toBe(ours ? 5 : 4);
  }
});
