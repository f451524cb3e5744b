import type { PeriodId } from '#model/period.ts';

/** Periods anybody can mean: the programme began in 2022, and a year has four digits. No period means the current one. */
export const isTold = (period: PeriodId | undefined): boolean =>
  period === undefined || (period >= '2022-01' && period <= '2099-12');
