import { addDays, isDay, type Day } from '#model/day.ts';
import type { EntryContent } from '#model/entry-content.ts';
import { askedFaults, type Fault, type FaultCode } from '#model/fault.ts';
import { dimensionValues, exclusiveDimensions, limitsOf, readCellKey, cellKey } from '#model/indicator.ts';
import { periodOf, type PeriodId, type PeriodKind } from '#model/period.ts';
import { channels, places, placesOfLevel2 } from '#model/place.ts';
import { serviceKeys } from '#model/service.ts';
import { existsOn, type Unit } from '#model/unit.ts';

/** What an entry is held against. */
export type Circumstances = {
  today: Day;
  unit: Pick<Unit, 'validFrom' | 'validTo'>;
  periodKind: PeriodKind;
  closedPeriods: readonly PeriodId[];
  /** In a unit the person has left: their last day there. */
  until?: Day;
};

export const noteLimit = 280;
/** Quyết định 06/QĐ-TTg was signed on this day; nothing was done for it before. */
export const programmeStart: Day = '2022-01-06';
const daysUntilAsked = 45;

export const fault = (code: FaultCode, field: string, params: Fault['params'] = {}): Fault => ({
  code,
  weight: (askedFaults as readonly string[]).includes(code) ? 'ask' : 'refuse',
  field,
  params,
});

const isCount = (count: unknown): count is number => Number.isSafeInteger(count) && (count as number) >= 0;

/** Everything wrong or doubtful about an entry, in the order of the form. Sources: domain rules of Đề án 06; limits in the catalogue. */
export const examineEntry = (content: EntryContent, circumstances: Circumstances): Fault[] => [
  ...examineDate(content.date, circumstances),
  ...((places as readonly string[]).includes(content.place) ? [] : [fault('place-unknown', 'place')]),
  ...((channels as readonly string[]).includes(content.channel) ? [] : [fault('channel-unknown', 'channel')]),
  ...examineCounts(content),
  ...examineCells(content),
  ...examineServices(content),
  ...examineText(content.note ?? '', 'note'),
];

const examineDate = (date: Day, { today, unit, periodKind, closedPeriods, until }: Circumstances): Fault[] => {
  if (!isDay(date)) return [fault('date-malformed', 'date')];
  if (date > today) return [fault('date-in-future', 'date', { date, today })];
  if (date < programmeStart) return [fault('date-before-programme', 'date', { date })];
  if (!existsOn(unit, date)) return [fault('date-outside-unit', 'date', { date })];
  if (until !== undefined && date > until) return [fault('unit-left', 'date', { until })];
  const period = periodOf(date, periodKind);
  if (closedPeriods.includes(period)) return [fault('period-closed', 'date', { period })];
  return date < addDays(today, -daysUntilAsked) ? [fault('date-long-ago', 'date', { date })] : [];
};

const countOf = (counts: EntryContent['counts'], measure: string): number => counts[measure] ?? 0;

const examineCounts = ({ counts, place }: EntryContent): Fault[] => {
  const faults: Fault[] = [];
  for (const [measure, count] of Object.entries(counts)) {
    const limits = limitsOf(measure);
    if (!limits) faults.push(fault('measure-unknown', measure, { measure }));
    else if (!isCount(count)) faults.push(fault('count-not-whole', measure, { measure, most: limits.refuse }));
    else if (count > limits.refuse)
      faults.push(fault('count-too-large', measure, { measure, count, most: limits.refuse }));
    else if (count > limits.ask) faults.push(fault('count-unusual', measure, { measure, count }));
  }
  if (!Object.values(counts).some((count) => count !== 0)) faults.push(fault('nothing-counted', 'counts'));
  if (countOf(counts, 'TT_NGUOI') > 0 && countOf(counts, 'TT_BUOI') < 1)
    faults.push(fault('session-missing', 'TT_BUOI'));
  if (countOf(counts, 'DD_MUC2_LD') > 0 && !placesOfLevel2.includes(place))
    faults.push(fault('place-not-for-level2', 'place'));
  if (countOf(counts, 'HAI_LONG') > countOf(counts, 'HAI_LONG_HOI'))
    faults.push(fault('satisfied-above-asked', 'HAI_LONG'));
  return faults;
};

const examineCells = ({ counts, cells = {} }: EntryContent): Fault[] => {
  const faults: Fault[] = [];
  const reported = new Set<string>();
  for (const [key, count] of Object.entries(cells)) {
    const cell = readCellKey(key);
    if (!cell) {
      faults.push(fault('cell-unknown', key, { cell: key }));
      continue;
    }
    const { measure, dimension } = cell;
    const total = counts[measure] ?? 0;
    if (!isCount(count)) {
      faults.push(fault('count-not-whole', key, { measure, most: total }));
      continue;
    }
    const shared = exclusiveDimensions.includes(dimension);
    const sum = shared
      ? dimensionValues[dimension].reduce((so, value) => so + (cells[cellKey(measure, dimension, value)] ?? 0), 0)
      : count;
    const group = shared ? `${measure}/${dimension}` : key;
    if (sum > total && !reported.has(group)) faults.push(fault('cell-above-total', key, { measure, sum, total }));
    if (sum > total) reported.add(group);
  }
  return faults;
};

const examineServices = ({ counts, services = {} }: EntryContent): Fault[] => {
  const faults = Object.entries(services).flatMap(([service, count]) => {
    if (!serviceKeys.includes(service)) return [fault('service-unknown', service, { service })];
    return isCount(count)
      ? []
      : [fault('count-not-whole', service, { measure: 'DVC_HD', most: counts['DVC_HD'] ?? 0 })];
  });
  const sum = Object.values(services).reduce((so, count) => so + count, 0);
  const total = counts['DVC_HD'] ?? 0;
  return sum > total ? [...faults, fault('services-above-total', 'DVC_HD', { sum, total })] : faults;
};

/** Free text, wherever it is written: not longer than `most` characters, and no number that could be a citizen's. */
export const examineText = (text: string, field: string, most: number = noteLimit): Fault[] => {
  if (text.length > most) return [fault('note-too-long', field, { length: text.length, most })];
  // \p{Nd}: digits of any script, so that full-width ones do not slip through.
  if (/\p{Nd}{9,}/u.test(text)) return [fault('note-has-id-number', field)];
  return /\p{Nd}(?:[\s.\-–]?\p{Nd}){8,}/u.test(text) ? [fault('note-has-phone-number', field)] : [];
};

/** A correction and a withdrawal say why. */
export const examineReason = (reason: string): Fault[] =>
  reason.trim() === '' ? [fault('reason-missing', 'reason')] : examineText(reason, 'reason');

export const refuses = (faults: readonly Fault[]): boolean => faults.some(({ weight }) => weight === 'refuse');
