import type { ReportFacts, UnitSums } from '#model/report/facts.ts';
import type { Unit } from '#model/unit.ts';

export const xuanLoc: Unit = {
  id: '18406',
  name: 'Xuân Lộc',
  type: 'xa',
  level: 'commune',
  parent: '42',
  validFrom: '2025-07-01',
  validTo: null,
  mergedInto: [],
  demo: false,
};
export const haTinh: Unit = { ...xuanLoc, id: '42', name: 'Hà Tĩnh', type: 'tinh', level: 'province', parent: null };

const village = (at: number, name: string, totals: UnitSums['totals'], reported = true): UnitSums => ({
  unit: { id: `18406-0${at}`, name, type: 'thon' },
  totals,
  reported,
  confirmed: reported,
  closed: false,
});

/** The figures of the mock-up, on four villages of which one sent nothing. */
export const november: ReportFacts = {
  unit: xuanLoc,
  period: '2026-11',
  first: '2026-10-15',
  last: '2026-11-14',
  signed: '2026-11',
  // 09:10 on 13/11/2026 in Vietnam.
  at: Date.UTC(2026, 10, 13, 2, 10) / 1000,
  totals: { TT_BUOI: 31, TT_NGUOI: 1204, VNEID_CAI: 268, DD_MUC2_VD: 147, DD_MUC2_LD: 88, DVC_HD: 5, VM_SO: 3 },
  before: { TT_BUOI: 28, TT_NGUOI: 1132, VNEID_CAI: 241, DD_MUC2_VD: 139, DD_MUC2_LD: 91 },
  year: { TT_BUOI: 284, TT_NGUOI: 11870, VNEID_CAI: 2415, DD_MUC2_VD: 1406, DD_MUC2_LD: 902, CC_VAN_DONG: 7 },
  rows: [
    village(1, 'Dư Nại', { TT_BUOI: 11, TT_NGUOI: 404, VNEID_CAI: 68, DD_MUC2_VD: 47, DD_MUC2_LD: 28, DVC_HD: 5 }),
    village(2, 'Mai Long', { TT_BUOI: 12, TT_NGUOI: 500, VNEID_CAI: 100, DD_MUC2_VD: 50, DD_MUC2_LD: 30, VM_SO: 3 }),
    village(3, 'Phúc Lộc', { TT_BUOI: 8, TT_NGUOI: 300, VNEID_CAI: 100, DD_MUC2_VD: 50, DD_MUC2_LD: 30 }),
    village(4, 'Sơn Phúc', {}, false),
  ],
  teams: 4,
  tasks: [
    {
      text: 'Rà soát người từ đủ 14 tuổi chưa có thẻ căn cước & lập danh sách',
      lead: 'Công an xã',
      coordinating: 'Tổ công tác thôn',
      deadline: '31/12/2026',
      state: 'doing',
      note: '3/4 đơn vị đã làm xong',
    },
    {
      text: 'Tuyên truyền trên loa',
      lead: 'UBND xã',
      coordinating: '',
      deadline: 'Thường xuyên',
      state: 'late',
      note: '',
    },
  ],
  obstacles: [
    {
      kind: 'khong-co-song',
      count: 2,
      open: 1,
      units: ['Sơn Phúc', 'Mai Long'],
      proposals: ['Đề nghị Viettel kiểm tra trạm'],
    },
    { kind: 'gia-yeu', count: 1, open: 1, units: ['Dư Nại'], proposals: [] },
  ],
  targets: [
    { goal: 'VNEID_CAI', asked: 240, done: 268, percent: false },
    { goal: 'HAI_LONG', asked: 90, done: null, percent: true },
  ],
  amendments: [],
};
