import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measures } from '#model/indicator.ts';
import { outlineItems } from '#model/report/outline.ts';
import { countedTokens, readSentence, sentenceOf, tokensIn, valueOfToken } from '#model/report/tokens.ts';
import { inFigures, inPercent, measureWords, reportWords } from '#model/report/words.ts';
import { november } from '../../support/report-facts.ts';

const said = (text: string, fixes = {}) => sentenceOf(readSentence(text, november, fixes));

describe('a sentence of the report', () => {
  test('says the figures of the period, of the one before and of the year', () => {
    expect(said('{{TT_NGUOI}} lượt, kỳ trước {{TT_NGUOI.truoc}}, từ đầu năm {{TT_NGUOI.nam}}')).toBe(
      '1.204 lượt, kỳ trước 1.132, từ đầu năm 11.870',
    );
  });

  test('writes a number below ten with a nought, and nought itself without', () => {
    expect(said('{{DVC_HD}} lượt, {{TT_MXH}} tin')).toBe('05 lượt, 0 tin');
  });

  test('says how many units are in it, and as of when', () => {
    expect(said('{{DON_VI}}, tính đến {{TINH_DEN}}')).toBe('3/4 thôn, tính đến 09 giờ 10 phút ngày 13/11/2026');
  });

  test('counts tasks and obstacles', () => {
    expect(said('{{NV_TONG}} {{NV_XONG}} {{NV_DANG}} {{NV_TRE}} {{VM_TONG}} {{VM_MO}}')).toBe('02 0 01 01 03 02');
  });

  test('keeps what it does not know as it was typed', () => {
    expect(said('{{KHONG_CO}} và {{TT_BUOI.sai}} và {{constructor}}')).toBe(
      '{{KHONG_CO}} và {{TT_BUOI.sai}} và {{constructor}}',
    );
    expect(readSentence('{{KHONG_CO}}', november)[0]?.kind).toBe('unknown');
  });

  test('shows a figure put right by hand, marked', () => {
    const parts = readSentence('{{TT_BUOI}} buổi', november, { TT_BUOI: { value: 32, reason: 'thôn báo thêm' } });
    expect(parts[0]).toEqual({ kind: 'figure', token: 'TT_BUOI', text: '32', fixed: true });
  });

  test('loses nothing of any text: what is not a figure comes out as it went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...measures, 'X'), (words, token) => {
        const text = `${words}{{${token}}}${words}`;
        const parts = readSentence(text, november);
        const back = parts.map((part) => (part.kind === 'figure' ? `{{${part.token}}}` : part.text)).join('');
        expect(back.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

describe('what the app suggests', () => {
  const suggested = outlineItems.flatMap(({ suggested: text = '' }) => tokensIn(text));

  test.each(suggested)('names only figures there are: %s', (token) => {
    expect(valueOfToken(token, november)).toEqual(expect.any(String));
  });

  test('every measure has a name and a unit in the report', () => {
    for (const measure of measures) expect(measureWords(measure).unit).not.toBe('');
  });

  test('every figure that is offered has a name', () => {
    expect(Object.keys(reportWords.tokens)).toEqual([...countedTokens]);
  });
});

test('figures are written as Vietnamese documents write them', () => {
  expect([0, 7, 999, 1204, 1234567].map(inFigures)).toEqual(['0', '7', '999', '1.204', '1.234.567']);
  expect([0.925, 1, 1.08333].map(inPercent)).toEqual(['92,5%', '100%', '108,3%']);
});
