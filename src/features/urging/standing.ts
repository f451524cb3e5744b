import { dayInVietnam, daysFrom, type Day } from '#model/day.ts';
import { flagsOf } from '#model/reporting-calendar.ts';
import { shiftPeriod, type PeriodId } from '#model/period.ts';
import { confirmationId, confirmationOf } from '#model/records/confirmation.ts';
import { daysSilent } from '#model/silence.ts';
import type { ProvinceSettings } from '#model/settings.ts';
import type { Unit, UnitId, UnitLevel } from '#model/unit.ts';
import type { RecordRow } from '#store/database.ts';
import type { Figures, FiguresRow, ReportPage } from '#store/officer-pages.ts';

/** How a unit stands with its report. `days`: after the deadline, or without a word. `missed`: its commune closed without it. */
export type Standing =
  | { kind: 'done'; day: Day | null; daysLate: number | null }
  | { kind: 'late' | 'missed'; daysLate: number }
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

type About = {
  figures: Pick<Figures, 'rows' | 'period' | 'last'>;
  due: Day;
  today: Day;
  silentDays: number;
  confirmations: readonly RecordRow[];
  /** How the communes' reports stand; none for a commune's own officers, and none until the page came. */
  below: ReportPage['below'];
};

/** Everybody below an officer's unit, those that need a word first. */
export const standingsOf = (about: About): UnitStanding[] =>
  about.figures.rows
    .map((row) => ({ unit: row.unit, row, standing: standingOf(row, about) }))
    .sort(
      (a, b) => rank(a.standing) - rank(b.standing) || a.unit.name.localeCompare(b.unit.name, 'vi', { numeric: true }),
    );

const standingOf = (row: FiguresRow, { figures, due, today, silentDays, confirmations, below }: About): Standing => {
  const { unit } = row;
  const done = (at: number | null): Standing => {
    const day = at === null ? null : dayInVietnam(at * 1000);
    return { kind: 'done', day, daysLate: day === null ? null : Math.max(0, daysFrom(due, day)) };
  };
  if (unit.level === 'commune' && row.closed) return done(closedAt(unit.id, below, due));
  const id = confirmationId(unit.id, figures.period);
  const said =
    unit.level === 'village' ? confirmationOf(confirmations.find((one) => one.id === id)?.record) : undefined;
  if (said?.state === 'confirmed') return done(said.at);
  if (unit.level === 'village' && row.closed) return { kind: 'missed', daysLate: Math.max(0, daysFrom(due, today)) };
  if (today > due) return { kind: 'late', daysLate: daysFrom(due, today) };
  if (said?.state === 'returned') return { kind: 'returned' };
  const heard = unit.level === 'village' ? (row.lastWordAt ?? row.lastReceivedAt) : row.lastReceivedAt;
  // Who was never heard of has sent nothing; of a commune, only what came for this period is known.
  const silent = heard !== null && today <= figures.last ? daysSilent(unit, heard, today, silentDays) : null;
  if (silent !== null) return { kind: 'silent', days: silent };
  return { kind: row.entries === 0 ? 'nothing' : 'waiting' };
};

/**
 * When a commune closed, in seconds. Once the report went on, its page says when that was: no later than the deadline still
 * means in time; later means that nobody can tell any more, null.
 */
const closedAt = (unit: UnitId, below: About['below'], due: Day): number | null => {
  const found = below.find((one) => one.unit === unit);
  if (!found || found.at === null) return null;
  return found.standing === 'closed' || dayInVietnam(found.at * 1000) <= due ? found.at : null;
};

const order: Standing['kind'][] = ['late', 'returned', 'silent', 'nothing', 'waiting', 'missed', 'done'];
const rank = (one: Standing): number => {
  const days = one.kind === 'late' ? one.daysLate : one.kind === 'silent' ? one.days : 0;
  return order.indexOf(one.kind) * 10_000 - days;
};

/** Those whom a message is for unless the officer says otherwise. */
export const needsWord = ({ kind }: Standing): boolean =>
  kind === 'late' || kind === 'returned' || kind === 'silent' || kind === 'nothing';
