import '../support/whole-bytes.ts';
import { describe, expect, test } from 'vitest';
import { plainDocx, reportDocx } from '#features/report/docx.ts';
import { reportDocument, villageTable } from '#model/report/document.ts';
import { measuresBelow } from '#model/report/tables.ts';
import { all, attribute, partsOf, textIn, xmlOf } from '../support/office-file.ts';
import { november } from '../support/report-facts.ts';

const report = reportDocument(november, { texts: { 'I.1': 'Đã ban hành 02 văn bản <chỉ đạo> & đôn đốc.' } });
const parts = await partsOf(await reportDocx(report));
const body = xmlOf(parts['word/document.xml']!);
const styles = xmlOf(parts['word/styles.xml']!);
const paragraphs = all(body, 'w:p');
const saying = (text: string) => paragraphs.find((one) => textIn(one, 'w:t') === text)!;
const sizeOf = (text: string) => Number(attribute(all(saying(text), 'w:sz')[0], 'w:val'));
const isBold = (text: string) => all(saying(text), 'w:b').length > 0;
const isItalic = (text: string) => all(saying(text), 'w:i').length > 0;

describe('the document after Nghị định 30/2020', () => {
  const sections = all(body, 'w:sectPr');

  test('is A4 with margins of 20, 20, 30 and 15 mm; the wide tables lie on their side', () => {
    const pages = sections.map((one) => {
      const size = all(one, 'w:pgSz')[0];
      return [attribute(size, 'w:w'), attribute(size, 'w:h'), attribute(size, 'w:orient')];
    });
    const upright = ['11906', '16838', 'portrait'];
    const lying = ['16838', '11906', 'landscape'];
    expect(pages).toEqual([upright, upright, lying, lying, upright]);
    for (const one of sections) {
      const margins = all(one, 'w:pgMar')[0];
      expect(['top', 'bottom', 'left', 'right'].map((side) => attribute(margins, `w:${side}`))).toEqual([
        '1134',
        '1134',
        '1701',
        '851',
      ]);
    }
  });

  test('is set in black Times New Roman of 14 points', () => {
    const usual = all(styles, 'w:rPrDefault')[0]!;
    const fonts = all(usual, 'w:rFonts')[0];
    expect(['ascii', 'hAnsi', 'cs', 'eastAsia'].map((of) => attribute(fonts, `w:${of}`))).toEqual(
      Array(4).fill('Times New Roman'),
    );
    expect(attribute(all(usual, 'w:sz')[0], 'w:val')).toBe('28');
    expect(attribute(all(usual, 'w:color')[0], 'w:val')).toBe('000000');
    expect(all(body, 'w:rFonts')).toEqual([]);
  });

  test('has the head in two columns of 40 and 60 percent, with its letters in their sizes', () => {
    const head = all(body, 'w:tbl')[0]!;
    const widths = all(head, 'w:gridCol').map((one) => Number(attribute(one, 'w:w')));
    expect(widths.map((width) => Math.round((100 * width) / 9354))).toEqual([40, 60]);
    const looks = [
      report.nation,
      report.motto,
      'XÃ XUÂN LỘC',
      report.number,
      report.dated,
      'BÁO CÁO',
      report.about[0]!,
    ];
    expect(looks.map((text) => [sizeOf(text) / 2, isBold(text), isItalic(text)])).toEqual([
      [13, true, false],
      [14, true, false],
      [13, true, false],
      [13, false, false],
      [14, false, true],
      [14, true, false],
      [14, true, false],
    ]);
  });

  test('draws a rule under the issuing body, under Tiêu ngữ and under the trích yếu', () => {
    const ruled = paragraphs.filter((one) => all(one, 'w:pBdr').length > 0);
    const above = ruled.map((one) => paragraphs[paragraphs.indexOf(one) - 1]!).map((one) => textIn(one, 'w:t'));
    expect(above).toEqual(['XÃ XUÂN LỘC', 'Độc lập - Tự do - Hạnh phúc', '(từ ngày 15/10/2026 đến ngày 14/11/2026)']);
  });

  test('has its sentences justified, the first line set in, at least 6 points between them', () => {
    const one = paragraphs.find((p) => textIn(p, 'w:t').includes('1.204 lượt người'))!;
    expect(attribute(all(one, 'w:jc')[0], 'w:val')).toBe('both');
    expect(attribute(all(one, 'w:ind')[0], 'w:firstLine')).toBe('720');
    expect(Number(attribute(all(one, 'w:spacing')[0], 'w:after'))).toBeGreaterThanOrEqual(120);
    expect(Number(attribute(all(one, 'w:spacing')[0], 'w:line'))).toBeLessThanOrEqual(360);
  });

  test('says what was written, whatever signs are in it, and lines of dots where nothing was', () => {
    expect(saying('Đã ban hành 02 văn bản <chỉ đạo> & đôn đốc.')).toBeDefined();
    expect(textIn(body, 'w:t')).not.toContain('{{');
    expect(paragraphs.filter((one) => /^…+$/u.test(textIn(one, 'w:t')))).toHaveLength(report.missing);
  });

  test('leaves number, date and signature to the clerk and the signer', () => {
    expect(saying(report.number).textContent).toMatch(/^Số: +\/BC-UBND$/);
    expect(textIn(body, 'w:t')).toContain('TM. ỦY BAN NHÂN DÂNCHỦ TỊCH');
  });

  test('says who gets it in 12 and 11 points', () => {
    expect([sizeOf('Nơi nhận:'), isBold('Nơi nhận:'), isItalic('Nơi nhận:')]).toEqual([24, true, true]);
    expect(sizeOf('- Lưu: VT, CAX.')).toBe(22);
  });

  test('numbers its pages in the middle above, not on the first, and the annexes by themselves', () => {
    for (const one of sections) {
      expect(all(one, 'w:titlePg')).toHaveLength(1);
      expect(attribute(all(one, 'w:pgNumType')[0], 'w:start')).toBe('1');
    }
    const headers = Object.entries(parts).filter(([path]) => path.startsWith('word/header'));
    const numbered = headers.map(([, text]) => xmlOf(text)).filter((one) => textIn(one, 'w:instrText') === 'PAGE');
    expect(numbered.length).toBeGreaterThan(0);
    for (const one of numbered) {
      expect(attribute(all(one, 'w:jc')[0], 'w:val')).toBe('center');
      expect(attribute(all(one, 'w:sz')[0], 'w:val')).toBe('28');
    }
    expect(headers.length).toBeGreaterThan(numbered.length);
  });
});

describe('the annexes', () => {
  const tables = all(body, 'w:tbl');
  const rowsOf = (table: Element) =>
    all(table, 'w:tr').map((row) => all(row, 'w:tc').map((cell) => textIn(cell, 'w:t')));
  const withHead = (head: string) => rowsOf(tables.find((table) => rowsOf(table)[0]?.includes(head))!);

  test('have the figures of the book, written as 1.204', () => {
    expect(withHead('Lũy kế năm')[2]).toEqual([
      '2',
      'Lượt người được tuyên truyền',
      'lượt',
      '1.204',
      '1.132',
      '11.870',
      '',
    ]);
  });

  test('add up: the last row of Biểu 02 is the sum of its villages', () => {
    const rows = withHead('Thôn, tổ dân phố').slice(1);
    const read = (text: string) => Number(text.replace(/\./g, ''));
    const sums = rows.pop()!.slice(2).map(read);
    expect(sums).toEqual(measuresBelow.map((_, at) => rows.reduce((sum, row) => sum + read(row[at + 2]!), 0)));
    expect(sums[1]).toBe(1204);
  });

  test('say whose they are, and repeat their heads on every page', () => {
    expect(textIn(body, 'w:t')).toContain('Phụ lục IIBIỂU 02. KẾT QUẢ THEO THÔN, TỔ DÂN PHỐ(Kèm theo Báo cáo số');
    for (const table of tables.slice(1).filter((one) => all(one, 'w:tblHeader').length === 0))
      expect(textIn(table, 'w:t')).toContain('Nơi nhận:');
  });
});

test('a village’s table has no country, no number and no signature', async () => {
  const thon = { ...november.unit, level: 'village' as const, type: 'thon' as const, name: 'Dư Nại' };
  const plain = await partsOf(await plainDocx(villageTable({ ...november, unit: thon })));
  const text = textIn(xmlOf(plain['word/document.xml']!), 'w:t');
  expect(text).toContain('Bảng số liệu tháng 11/2026 của thôn Dư Nại');
  expect(text).not.toMatch(/CỘNG HÒA|BC-UBND|CHỦ TỊCH/);
});
