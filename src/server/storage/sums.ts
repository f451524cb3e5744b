import { newestRevision, type OutreachEntry } from '#model/entry.ts';
import type { DeviceNumber } from '#model/operation.ts';
import { periodOf, type PeriodId, type PeriodKind } from '#model/period.ts';
import { addTotals, differenceOf, type Totals } from '#model/totals.ts';
import type { UnitId } from '#model/unit.ts';
import { recorderOf } from './entry-row.ts';

export type Activity = { entries: number; lastReceivedAt: number };

/** Everything kept beside the entries (rule S2), or what a batch changes in it. */
export type Sums = {
  units: Map<UnitId, Totals>;
  devices: Map<DeviceNumber, Totals>;
  /** Of villages. */
  activity: Map<UnitId, Map<PeriodId, Activity>>;
};

export const noSums = (): Sums => ({ units: new Map(), devices: new Map(), activity: new Map() });

/** Adds to the sums what turning `before` into `after` changes. `receivedAt` in seconds. */
export const addChange = (
  sums: Sums,
  before: OutreachEntry | undefined,
  after: OutreachEntry,
  { commune, kind, receivedAt }: { commune: UnitId; kind: PeriodKind; receivedAt: number },
): void => {
  const difference = differenceOf(before, after, kind);
  add(sums.units, after.unit, difference);
  add(sums.units, commune, difference);
  add(sums.devices, recorderOf(after), difference);
  if (before) touch(sums, before, -1, kind, receivedAt);
  touch(sums, after, 1, kind, receivedAt);
};

const add = <Key>(into: Map<Key, Totals>, key: Key, difference: Totals) =>
  into.set(key, addTotals(into.get(key) ?? {}, difference));

const touch = (sums: Sums, entry: OutreachEntry, sign: 1 | -1, kind: PeriodKind, receivedAt: number) => {
  const periods = sums.activity.get(entry.unit) ?? new Map<PeriodId, Activity>();
  sums.activity.set(entry.unit, periods);
  const period = periodOf(newestRevision(entry).content.date, kind);
  const { entries, lastReceivedAt } = periods.get(period) ?? { entries: 0, lastReceivedAt: 0 };
  periods.set(period, {
    entries: entries + (entry.withdrawal ? 0 : sign),
    lastReceivedAt: Math.max(lastReceivedAt, receivedAt),
  });
};
