import { describe, expect, test } from 'vitest';
import { reportDocument, villageTable } from '#model/report/document.ts';
import { outlineItems } from '#model/report/outline.ts';
import { sentenceOf } from '#model/report/tokens.ts';
import { haTinh, november } from '../../support/report-facts.ts';

const nothing = { texts: {} };

describe('the report of a commune', () => {
  const report = reportDocument(november, nothing);

  test('is issued by its committee, at its place, number and date left to the clerk', () => {
    expect(report.issuer).toEqual(['ỦY BAN NHÂN DÂN', 'XÃ XUÂN LỘC']);
    expect(report.number).toMatch(/^Số: {2,}\/BC-UBND$/);
    expect(report.dated).toMatch(/^Xuân Lộc, ngày {2,}tháng 11 năm 2026$/);
    expect(report.about).toEqual([
      'Kết quả thực hiện Đề án 06 tháng 11 năm 2026',
      '(từ ngày 15/10/2026 đến ngày 14/11/2026)',
    ]);
    expect(report.closing).toBe(
      'Trên đây là báo cáo kết quả thực hiện Đề án 06 tháng 11 năm 2026 của Ủy ban nhân dân xã Xuân Lộc./.',
    );
    expect(report.signature).toEqual(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']);
    expect(report.recipients[4]).toBe('- Lưu: VT, CAX.');
    expect(report.recipients[1]).toBe('- TT. Đảng ủy, HĐND xã;');
  });

  test('has the five sections in order, the figures in its sentences, and dots where nobody wrote', () => {
    const sections = report.body.flatMap((block) => (block.kind === 'section' ? [block.text] : []));
    expect(sections).toEqual([
      'I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI',
      'II. KẾT QUẢ THỰC HIỆN',
      'III. ĐÁNH GIÁ CHUNG',
      'IV. NHIỆM VỤ TRỌNG TÂM THÁNG TIẾP THEO',
      'V. KIẾN NGHỊ, ĐỀ XUẤT',
    ]);
    const said = report.body.flatMap((block) => (block.kind === 'paragraph' ? [sentenceOf(block.parts)] : []));
    expect(said.join('\n')).toContain('tổ chức 31 buổi tuyên truyền với 1.204 lượt người');
    expect(report.missing).toBe(outlineItems.filter(({ suggested }) => suggested === undefined).length);
  });

  test('has the four tables as annexes, each saying what it is attached to', () => {
    expect(report.annexes.map(({ name, table }) => [name, table.id])).toEqual([
      ['Phụ lục I', 'bieu-01'],
      ['Phụ lục II', 'bieu-02'],
      ['Phụ lục III', 'bieu-03'],
      ['Phụ lục IV', 'bieu-04'],
    ]);
    expect(report.annexes[0]?.attached).toMatch(/của Ủy ban nhân dân xã Xuân Lộc\)$/);
  });
});

test('what officers wrote stands in place of what was suggested, a line each', () => {
  const report = reportDocument(november, {
    texts: { 'I.1': 'Đã ban hành 02 văn bản.\n\nMột kế hoạch.', 'II.6': '' },
    signerTitle: 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH',
    signer: 'Trần Thị Lan',
    place: 'Xuân Lộc mới',
  });
  const of = (key: string) =>
    report.body.filter((block) => 'key' in block && block.key === key).map(({ kind }) => kind);
  expect(of('I.1')).toEqual(['item', 'paragraph', 'paragraph']);
  expect(of('II.6')).toEqual(['item', 'missing']);
  expect(report.signature).toEqual(['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']);
  expect(report.dated.startsWith('Xuân Lộc mới,')).toBe(true);
});

const amendments = [
  { number: 1, reason: 'mất sóng', difference: [{ unit: 'Sơn Phúc', measure: 'TT_BUOI', before: 0, after: 3 }] },
];

test('an amended report has what each amendment changed as an annex', () => {
  const { annexes } = reportDocument({ ...november, amendments }, nothing);
  expect(annexes.map(({ name }) => name)).toEqual([
    'Phụ lục I',
    'Phụ lục II',
    'Phụ lục III',
    'Phụ lục IV',
    'Phụ lục V',
  ]);
  expect(annexes[4]?.table).toMatchObject({ title: 'Bảng điều chỉnh số 01', note: 'Lý do: mất sóng' });
});

test('January has a nought before it in the date, and an amended report says which amendment', () => {
  const report = reportDocument({ ...november, signed: '2027-01', period: '2027-01', amendments }, nothing);
  expect(report.dated).toContain('tháng 01 năm 2027');
  expect(report.about[0]).toBe('Kết quả thực hiện Đề án 06 tháng 1 năm 2027');
  expect(report.about[2]).toBe('(Bản điều chỉnh số 01)');
});

test('a province reports to the Government Office and the ministry', () => {
  const report = reportDocument({ ...november, unit: haTinh }, nothing);
  expect(report.issuer).toEqual(['ỦY BAN NHÂN DÂN', 'TỈNH HÀ TĨNH']);
  expect(report.recipients).toEqual([
    '- Văn phòng Chính phủ;',
    '- Bộ Công an;',
    '- TT. Tỉnh ủy, TT. HĐND tỉnh;',
    '- Chủ tịch, các PCT UBND tỉnh;',
    '- Thành viên Tổ công tác;',
    '- Lưu: VT, CAT.',
  ]);
});

test('a village has a plain table and no document', () => {
  const village = villageTable({
    ...november,
    unit: { ...november.unit, level: 'village', type: 'thon', name: 'Dư Nại' },
  });
  expect(village.title).toBe('Bảng số liệu tháng 11/2026 của thôn Dư Nại');
  expect(village.table.rows[0]?.[3]).toBe(31);
  expect(village).not.toHaveProperty('nation');
});
