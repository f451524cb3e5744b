import type { PeriodKind } from '#model/period.ts';
import type { Measure } from '#model/indicator.ts';

/** `on`: by the end of that day. `before`: by the end of the day before it. */
export type ReportingDay = { day: number; rule: 'on' | 'before' };

/** The stations of a month, in the order the figures pass them. */
export const reportingSteps = [
  'villageToCommune',
  'communeToProvince',
  'provinceConsolidates',
  'provinceToOffice',
] as const;
export type ReportingStep = (typeof reportingSteps)[number];

/** What a province decides for itself. */
export type ProvinceSettings = {
  periodKind: PeriodKind;
  reportingDays: Record<ReportingStep, ReportingDay>;
  /** Measures not offered on the form. The province still accepts them from a phone that did not know yet. */
  measuresOff: Measure[];
  /** Whether a session may be shown by photos. Off unless the province decides so. */
  photos: boolean;
  /** Days a photo is kept after its period was closed. */
  photoDays: number;
  /** Days without a word after which a village's commune is told that it is silent. */
  silentDays: number;
};

/**
 * Kế hoạch Hà Tĩnh III.1.2(9) for 15, 20 and 'before 22'; no source sets a village's day, 14 is the period's last
 * day under Nghị định 09/2019, so that no day falls between two reports.
 */
export const defaultSettings: ProvinceSettings = {
  periodKind: 'from15to14',
  reportingDays: {
    villageToCommune: { day: 14, rule: 'on' },
    communeToProvince: { day: 15, rule: 'on' },
    provinceConsolidates: { day: 20, rule: 'on' },
    provinceToOffice: { day: 22, rule: 'before' },
  },
  measuresOff: ['TT_TO_ROI', 'HO_THAM', 'DVC_TK', 'AN_SINH'],
  photos: false,
  photoDays: 90,
  silentDays: 7,
};
