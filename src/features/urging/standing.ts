import { dayInVietnam, daysFrom, type Day } from '#model/day.ts';
import { flagsOf } from '#model/reporting-calendar.ts';
import { shiftPeriod, type PeriodId } from '#model/period.ts';
import { standing, valueOf } from '#model/record.ts';
import { daysSilent } from '#model/silence.ts';
import type { ProvinceSettings } from '#model/settings.ts';
import type { Unit, UnitId, UnitLevel } from '#model/unit.ts';
import type { RecordRow } from '#store/database.ts';
import type { Figures, FiguresRow } from '#store/officer-pages.ts';

/** How a unit stands with its report. `days`: after the deadline, or without a word. */
export type Standing =
  | { kind: 'done'; day: Day | null; daysLate: number | null }
  | { kind: 'late'; daysLate: number }
  | { kind: 'silent'; days: number }
  | { kind: 'nothing' | 'returned' | 'waiting' };

export type UnitStanding = { unit: Unit; row: FiguresRow; standing: Standing };

/** The day by which the units below an officer's own have to report a period. */
export const dueDay = (level: UnitLevel, period: PeriodId, settings: ProvinceSettings): Day => {
  const step = level === 'province' ? 'communeToProvince' : 'villageToCommune';
  return flagsOf(period, settings).find((flag) => flag.step === step)!.due;
};

/** The period to look at first: the one before stays until it has gone up to the Government Office. */
export const firstPeriod = (current: PeriodId, today: Day, settings: ProvinceSettings): PeriodId => {
  const before = shiftPeriod(current, -1);
  const last = flagsOf(before, settings).find(({ step }) => step === 'provinceToOffice')!.due;
  return today <= last ? before : current;
};

/** What a village said of its month: 'confirmed' or 'returned', and when, in seconds. */
const confirmationOf = (rows: readonly RecordRow[], unit: UnitId, period: PeriodId) => {
  const record = rows.find(({ id }) => id === `confirmation:${unit}:${period}`)?.record;
  const state = standing(record, 'state');
  return state && { state: valueOf(record, 'state'), at: state.at };
};

type About = {
  figures: Pick<Figures, 'rows' | 'period' | 'last'>;
  due: Day;
  today: Day;
  silentDays: number;
  confirmations: readonly RecordRow[];
  /** When communes closed the period, in seconds. */
  closedAt: ReadonlyMap<UnitId, number>;
};

/** Everybody below an officer's unit, those that need a word first. */
export const standingsOf = (about: About): UnitStanding[] =>
  about.figures.rows
    .map((row) => ({ unit: row.unit, row, standing: standingOf(row, about) }))
    .sort((a, b) => rank(a.standing) - rank(b.standing) || (a.unit.name < b.unit.name ? -1 : 1));

const standingOf = (row: FiguresRow, { figures, due, today, silentDays, confirmations, closedAt }: About): Standing => {
  const { unit } = row;
  const done = (at: number | undefined): Standing => {
    const day = at === undefined ? null : dayInVietnam(at * 1000);
    return { kind: 'done', day, daysLate: day === null ? null : Math.max(0, daysFrom(due, day)) };
  };
  if (unit.level === 'commune' && row.closed) return done(closedAt.get(unit.id));
  const said = unit.level === 'village' ? confirmationOf(confirmations, unit.id, figures.period) : undefined;
  if (said?.state === 'confirmed') return done(said.at);
  if (today > due) return { kind: 'late', daysLate: daysFrom(due, today) };
  if (said?.state === 'returned') return { kind: 'returned' };
  const heard = unit.level === 'village' ? (row.lastWordAt ?? row.lastReceivedAt) : row.lastReceivedAt;
  const silent = today <= figures.last ? daysSilent(unit, heard, today, silentDays) : null;
  if (silent !== null) return { kind: 'silent', days: silent };
  return { kind: row.entries === 0 ? 'nothing' : 'waiting' };
};

const order: Standing['kind'][] = ['late', 'returned', 'silent', 'nothing', 'waiting', 'done'];
const rank = (one: Standing): number => {
  const days = one.kind === 'late' ? one.daysLate : one.kind === 'silent' ? one.days : 0;
  return order.indexOf(one.kind) * 10_000 - days;
};

/** Those whom a message is for unless the officer says otherwise. */
export const needsWord = ({ kind }: Standing): boolean => kind !== 'done' && kind !== 'waiting';
