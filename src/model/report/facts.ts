import { dayInVietnam, type Day } from '#model/day.ts';
import type { Measure } from '#model/indicator.ts';
import type { PeriodId } from '#model/period.ts';
import type { PlanState } from '#model/plan-board.ts';
import type { Unit } from '#model/unit.ts';

export type Sums = Readonly<Record<Measure, number>>;

/**
 * A unit below, with its sums. `reported`: whether anything came of it; `confirmed`: of a village, whether it had said that its
 * figures are complete when its commune closed, or has now; `closed`: of a commune, whether it closed its month.
 */
export type UnitSums = {
  unit: Pick<Unit, 'id' | 'name' | 'type'>;
  totals: Sums;
  reported: boolean;
  confirmed: boolean;
  closed: boolean;
};

/** A task of Biểu 03, its bodies and its note as they stand. */
export type TaskLine = {
  text: string;
  lead: string;
  coordinating: string;
  deadline: string;
  state: PlanState;
  note: string;
};

/** Obstacles of one kind, of Biểu 04: how many, of which units, how many are open, and what is proposed. */
export type ObstacleLine = { kind: string; count: number; open: number; units: string[]; proposals: string[] };

/** A target of the period and what the teams did towards it; a ratio is in percent, both of them. */
export type TargetLine = { goal: Measure; asked: number; done: number | null; percent: boolean };

/** A number that an officer put in place of a figure in the report's sentences, and why. The tables keep the figure. */
export type Fix = { value: number; reason: string };

/** What an amendment changed: unit by unit, measure by measure. */
export type Difference = { unit: string; measure: Measure; before: number; after: number };
export type AmendmentLines = { number: number; reason: string; difference: Difference[] };

/** Everything a report is made from. Instants in seconds. */
export type ReportFacts = {
  unit: Unit;
  period: PeriodId;
  first: Day;
  last: Day;
  /** The month in which it is signed, 'YYYY-MM'. */
  signed: PeriodId;
  /** As of when the figures are. */
  at: number;
  totals: Sums;
  before: Sums;
  /** From January's period up to this one. */
  year: Sums;
  rows: UnitSums[];
  /** Teams of villages there are. */
  teams: number;
  tasks: TaskLine[];
  obstacles: ObstacleLine[];
  targets: TargetLine[];
  /** The oldest first. */
  amendments: AmendmentLines[];
};

/** Who is named as missing, in the order of the table: villages of which nothing came, communes that did not close. */
export const missingOf = ({ unit, rows }: Pick<ReportFacts, 'unit' | 'rows'>): UnitSums[] =>
  rows.filter(({ reported, closed }) => (unit.level === 'province' ? !closed : !reported));

/** Villages of which something came, without their word that it is all. */
export const unconfirmedOf = ({ unit, rows }: Pick<ReportFacts, 'unit' | 'rows'>): UnitSums[] =>
  unit.level === 'province' ? [] : rows.filter(({ reported, confirmed }) => reported && !confirmed);

/** Hour and minute in Vietnam of an instant in seconds, and its day. */
export const momentOf = (at: number): { hour: string; minute: string; day: Day } => {
  const [hour = '', minute = ''] = new Date((at + 7 * 60 * 60) * 1000).toISOString().slice(11, 16).split(':');
  return { hour, minute, day: dayInVietnam(at * 1000) };
};
