import { addParts, type Breakdown, type Part } from '#model/breakdown.ts';
import { newestRevision, type OutreachEntry } from '#model/entry.ts';
import type { DeviceNumber } from '#model/operation.ts';
import { periodOf, type PeriodId, type PeriodKind } from '#model/period.ts';
import { contributionOf, type Totals } from '#model/totals.ts';
import type { UnitId } from '#model/unit.ts';
import type { BreakdownSums } from './breakdown-rows.ts';
import { recorderOf } from './entry-row.ts';

export type Activity = { entries: number; lastReceivedAt: number };

/** Everything kept beside the entries (rule S2), or what a batch changes in it. */
export type Sums = {
  units: Map<UnitId, Totals>;
  devices: Map<DeviceNumber, Totals>;
  /** Of villages and their communes. */
  breakdowns: BreakdownSums;
  /** Of villages. */
  activity: Map<UnitId, Map<PeriodId, Activity>>;
};

export const noSums = (): Sums => ({
  units: new Map(),
  devices: new Map(),
  breakdowns: new Map(),
  activity: new Map(),
});

/** Adds to the sums what turning `before` into `after` changes. `receivedAt` in seconds. */
export const addChange = (
  sums: Sums,
  before: OutreachEntry | undefined,
  after: OutreachEntry,
  { commune, kind, receivedAt }: { commune: UnitId; kind: PeriodKind; receivedAt: number },
): void => {
  if (before) count(sums, before, -1, commune, kind, receivedAt);
  count(sums, after, 1, commune, kind, receivedAt);
};

const count = (
  sums: Sums,
  entry: OutreachEntry,
  sign: 1 | -1,
  commune: UnitId,
  kind: PeriodKind,
  receivedAt: number,
): void => {
  const contribution = contributionOf(entry, kind);
  add(sums.units, entry.unit, contribution, sign);
  add(sums.units, commune, contribution, sign);
  add(sums.devices, recorderOf(entry), contribution, sign);
  const period = periodOf(newestRevision(entry).content.date, kind);
  addParts(partsOf(sums.breakdowns, entry.unit, period), entry, sign);
  addParts(partsOf(sums.breakdowns, commune, period), entry, sign);
  touch(sums, entry, sign, period, receivedAt);
};

// In place: thousands of entries go into one batch's sums. What comes to 0 stays until it is written.
const add = <Key>(into: Map<Key, Totals>, key: Key, contribution: Totals, sign: 1 | -1): void => {
  const totals = into.get(key) ?? {};
  into.set(key, totals);
  for (const [period, counts] of Object.entries(contribution)) {
    const row = (totals[period] ??= {});
    for (const [measure, number] of Object.entries(counts)) row[measure] = (row[measure] ?? 0) + sign * number;
  }
};

const partsOf = (sums: BreakdownSums, unit: UnitId, period: PeriodId) => {
  const periods = sums.get(unit) ?? new Map<PeriodId, Partial<Record<Part, Breakdown>>>();
  sums.set(unit, periods);
  const parts = periods.get(period) ?? {};
  periods.set(period, parts);
  return parts;
};

const touch = (sums: Sums, entry: OutreachEntry, sign: 1 | -1, period: PeriodId, receivedAt: number) => {
  const periods = sums.activity.get(entry.unit) ?? new Map<PeriodId, Activity>();
  sums.activity.set(entry.unit, periods);
  const { entries, lastReceivedAt } = periods.get(period) ?? { entries: 0, lastReceivedAt: 0 };
  periods.set(period, {
    entries: entries + (entry.withdrawal ? 0 : sign),
    lastReceivedAt: Math.max(lastReceivedAt, receivedAt),
  });
};
