import { useSearchParams } from 'react-router';
import { programmeStart } from '#model/entry-rules.ts';
import { dayInVietnam } from '#model/day.ts';
import { isPeriod, periodOf, shiftPeriod, type PeriodId, type PeriodKind } from '#model/period.ts';

export type ChosenPeriod = {
  period: PeriodId;
  current: PeriodId;
  before: PeriodId | null;
  after: PeriodId | null;
  go: (period: PeriodId) => void;
};

/** The period in the address, between the programme's first and the current one; the current one when none is. */
export const usePeriod = (kind: PeriodKind, now: number): ChosenPeriod => {
  const [params, setParams] = useSearchParams();
  const current = periodOf(dayInVietnam(now), kind);
  const first = periodOf(programmeStart, kind);
  const asked = params.get('ky') ?? '';
  const period = isPeriod(asked) && asked <= current && asked >= first ? asked : current;
  return {
    period,
    current,
    before: period > first ? shiftPeriod(period, -1) : null,
    after: period < current ? shiftPeriod(period, 1) : null,
    go: (to) =>
      setParams((known) => {
        known.set('ky', to);
        return known;
      }),
  };
};
