import type { UnitId } from '#model/unit.ts';

/*
 * Who may be proposed for praise, and who for correction. Three signs are looked at: whether the report came in time, whether
 * the month's targets are kept pace with, whether the figures can be relied on. No single number decides: at least two of the
 * three have to agree, and an officer has the last word.
 */

/** What is known of a unit's month. Null: nothing to judge by, and then the sign says nothing. */
export type MeritFacts = {
  unit: UnitId;
  /** Days after the deadline that the report came; 0 or fewer in time; not there yet: the days gone since. */
  daysLate: number | null;
  /** What was counted in all for the targets set, by what they ask for: 1 is exactly reached. */
  pace: number | null;
  /** Of the teams below, the share that sent something; of a village's days, whether it was never silent too long: 1 or 0. */
  complete: number | null;
  /** The report was given back, or figures came after it was closed. */
  mended: boolean;
};

export const signs = ['onTime', 'pace', 'quality'] as const;
export type Sign = (typeof signs)[number];
export type Mark = 'good' | 'bad' | 'neither' | 'unknown';
export type Signs = Record<Sign, Mark>;
export type Proposal = 'praise' | 'correction' | 'none';

/** Said on the screen beside what they lead to. */
export const thresholds = {
  /** Days late up to which a report is neither in time nor late. */
  lateDays: 2,
  /** At least this share of the targets is good, under that bad. */
  paceGood: 1,
  paceBad: 0.7,
  /** The same for the teams that sent something. */
  completeGood: 0.95,
  completeBad: 0.7,
  /** Signs that have to agree. */
  agreeing: 2,
} as const;

const between = (value: number, good: number, bad: number): Mark =>
  value >= good ? 'good' : value < bad ? 'bad' : 'neither';

/** What each sign says of a unit's month. */
export const signsOf = ({ daysLate, pace, complete, mended }: MeritFacts): Signs => ({
  onTime: daysLate === null ? 'unknown' : daysLate <= 0 ? 'good' : daysLate > thresholds.lateDays ? 'bad' : 'neither',
  pace: pace === null ? 'unknown' : between(pace, thresholds.paceGood, thresholds.paceBad),
  quality: qualityOf(complete, mended),
});

/** Complete figures that had to be mended are neither. */
const qualityOf = (complete: number | null, mended: boolean): Mark => {
  if (complete === null) return 'unknown';
  const mark = between(complete, thresholds.completeGood, thresholds.completeBad);
  return mended && mark === 'good' ? 'neither' : mark;
};

/** Praise where at least two signs are good and none is bad; correction where at least two are bad. */
export const proposalOf = (said: Signs): Proposal => {
  const many = (mark: Mark) => signs.filter((sign) => said[sign] === mark).length;
  if (many('bad') >= thresholds.agreeing) return 'correction';
  return many('good') >= thresholds.agreeing && many('bad') === 0 ? 'praise' : 'none';
};

/**
 * Over several targets: each counts as far as it was reached and no farther, so that one that was passed ten times over hides
 * no other. Null where none is set.
 */
export const paceOf = (targets: readonly { wanted: number; reached: number }[]): number | null => {
  const set = targets.filter(({ wanted }) => wanted > 0);
  if (set.length === 0) return null;
  return set.reduce((sum, { wanted, reached }) => sum + Math.min(1, reached / wanted), 0) / set.length;
};
