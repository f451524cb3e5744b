import { describe, expect, test } from 'vitest';
import { mostRows, readPlanFile } from '#model/plan-file.ts';
import { planItemId } from '#model/records/plan-item.ts';
import { writtenToPlan } from '../support/plan-officer.ts';

const heads = 'Mã,Nội dung,Chủ trì,Phối hợp,Hạn';
const read = (...rows: string[]) => {
  const file = readPlanFile([heads, ...rows].join('\n'));
  if (file.kind === 'refused') throw new Error(JSON.stringify(file.faults));
  return file.rows;
};
const faults = (text: string) => {
  const file = readPlanFile(text);
  return file.kind === 'refused' ? file.faults : [];
};

describe('a plan from a file', () => {
  test('is read with its columns in any order, under the names people give them', () => {
    const file = readPlanFile(
      'Thời hạn;CƠ QUAN CHỦ TRÌ;Noi dung nhiem vu;STT;Ghi thêm\nQuý II/2026;Công an tỉnh;Rà soát dữ liệu;1;x',
    );
    expect(file).toEqual({
      kind: 'read',
      rows: [
        {
          key: 'own-1',
          code: '1',
          text: 'Rà soát dữ liệu',
          owner: 'Công an tỉnh',
          coordinating: '',
          group: '',
          deadline: '2026-Q2',
        },
      ],
    });
  });

  test('I3: read twice it names the same records; đ is not d', () => {
    const rows = read('1.đ,Một,Công an tỉnh,,2026', '1.d,Hai,Công an tỉnh,,2026', 'II.7,Ba,Sở Y tế,,Thường xuyên');
    expect(rows.map(({ key }) => planItemId(key, '42'))).toEqual([
      'plan-item:own-1-dd:42',
      'plan-item:own-1-d:42',
      'plan-item:own-ii-7:42',
    ]);
  });

  test('every row that was read may be written down', () => {
    for (const { key, ...row } of read('Đ/1,"Rà soát, làm sạch dữ liệu",Công an tỉnh,Sở Tư pháp,31/12/2026'))
      expect(writtenToPlan({ ...row, status: 'waiting' }, { key })).toEqual([]);
  });
});

describe('a file that is not taken in', () => {
  test('says every column it lacks', () => {
    expect(faults('Mã,Nội dung\n1,Họp')).toEqual([
      { code: 'column-missing', row: 1, column: 'owner' },
      { code: 'column-missing', row: 1, column: 'deadline' },
    ]);
  });

  test('nothing of it is half done: one bad row among good ones, and none is read', () => {
    expect(faults(`${heads}\n1,Họp,Công an tỉnh,,2026\n2,Rà soát,Công an tỉnh,,bao giờ xong thì xong`)).toEqual([
      { code: 'deadline-unreadable', row: 3, said: 'bao giờ xong thì xong' },
    ]);
  });

  test('says the row and the column of each empty cell, and of a code met twice', () => {
    expect(faults(`${heads}\n1,,Công an tỉnh,,2026\n2,Họp,Sở Y tế,,2026\n2.,Họp nữa,Sở Y tế,,2026`)).toEqual([
      { code: 'cell-empty', row: 2, column: 'text' },
      { code: 'code-twice', row: 4, said: '2.' },
    ]);
  });

  test('columns parted by a sign no spreadsheet uses, a row that is one cell, and a comma outside quotes are said as that', () => {
    expect(faults('Mã|Nội dung|Chủ trì|Hạn\n1|Họp|Công an tỉnh|2026')).toEqual([{ code: 'not-parted', row: 1 }]);
    expect(
      faults(
        `Mã,Nội dung,Chủ trì,Hạn\n1;Họp;Công an tỉnh;2026\n2,Rà soát, làm sạch,Công an tỉnh,2026\n3,"Rà soát, làm sạch",Công an tỉnh,2026`,
      ),
    ).toEqual([
      { code: 'row-not-parted', row: 2 },
      { code: 'row-too-wide', row: 3 },
    ]);
  });

  test('no number of a citizen comes in by a file, and no text without end', () => {
    expect(
      faults(`${heads}\n1,Hỏi anh Ba 042085001234,Công an tỉnh,,2026\n2,${'a'.repeat(1001)},Sở Y tế,,2026`),
    ).toEqual([
      { code: 'number-in-text', row: 2, column: 'text' },
      { code: 'text-too-long', row: 3, column: 'text' },
    ]);
  });

  test('an empty file, heads alone, and more rows than any plan has', () => {
    expect(faults('').map(({ code }) => code)).toEqual(['empty']);
    expect(faults(heads).map(({ code }) => code)).toEqual(['empty']);
    const rows = Array.from({ length: mostRows + 1 }, (_, i) => `${i},Họp,Công an tỉnh,,2026`);
    expect(faults([heads, ...rows].join('\n')).map(({ code }) => code)).toEqual(['too-long']);
  });
});
