import catalogue from '#model/catalogue/report.json' with { type: 'json' };
import type { Day } from '#model/day.ts';
import { isPeriod } from '#model/period.ts';
import { ongoing, type Deadline } from '#model/deadline.ts';
import type { Measure } from '#model/indicator.ts';
import type { Unit } from '#model/unit.ts';

/**
 * What a report says in words of its own. A report is an official document of Vietnam, and so it is in Vietnamese in
 * whatever language the screen is.
 */
export const reportWords = catalogue;

/** The words with what stands in braces put in: 'tháng {month}'. A name that is not given stays as it is. */
export const filled = (words: string, values: Readonly<Record<string, string | number>>): string =>
  words.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all));

/** A whole number as Vietnamese documents write it: 1.204. */
export const inFigures = (count: number): string => String(count).replace(/\B(?=(\d{3})+(?!\d))/g, '.');

/** The same within a sentence, where a number below ten is written with a nought before it: '05 buổi' (Nghị định 30/2020). */
export const inSentence = (count: number): string => (count > 0 && count < 10 ? `0${count}` : inFigures(count));

/** A ratio with one decimal at most: '92,5%'. */
export const inPercent = (ratio: number): string => `${String(Math.round(ratio * 1000) / 10).replace('.', ',')}%`;

/** '14/11/2026', from '2026-11-14'. */
export const dayInFigures = (day: Day): string => day.split('-').reverse().join('/');

/** A month of a date: January and February with a nought before them (Nghị định 30/2020, Phụ lục I). */
export const monthInDate = (month: number): string => (month <= 2 ? `0${month}` : String(month));

type MeasureWords = { name: string; unit: string; column?: string };
const measures: Record<Measure, MeasureWords | undefined> = catalogue.measures;

/** What a measure is called in a report; one the catalogue does not know is named by its code. */
export const measureWords = (measure: Measure): MeasureWords => measures[measure] ?? { name: measure, unit: '' };

/** 'xã Xuân Lộc'. */
export const unitSaid = ({ type, name }: Pick<Unit, 'type' | 'name'>): string =>
  filled(catalogue.types[type].said, { name });

/** 'xã'. */
export const levelSaid = ({ type }: Pick<Unit, 'type'>): string => catalogue.types[type].level;

/** A deadline as exactly as the plan says it: 'Thường xuyên', 'Quý 2/2026', 'Tháng 6/2026', '31/12/2026'. */
export const deadlineSaid = (deadline: Deadline): string => {
  const words = catalogue.deadlines;
  if (deadline === ongoing) return words.ongoing;
  const [year = '', part = ''] = deadline.split('-');
  if (part === '') return filled(words.year, { year });
  if (part.startsWith('Q')) return filled(words.quarter, { year, quarter: part.slice(1) });
  return isPeriod(deadline) ? filled(words.month, { year, month: Number(part) }) : dayInFigures(deadline);
};
