import type { Circumstances } from '#model/entry-rules.ts';

/** Thôn 2 on the evening of 12/11/2026: the village stands since the reform of 1/7/2025, October is closed. */
export const thon2Today = (but: Partial<Circumstances> = {}): Circumstances => ({
  today: '2026-11-12',
  unit: { validFrom: '2025-07-01', validTo: null },
  periodKind: 'from15to14',
  closedPeriods: ['2026-10'],
  ...but,
});
