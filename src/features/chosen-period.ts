import { useSearchParams } from 'react-router';
import { useHands } from '#features/handbook.tsx';
import type { Situation } from '#features/situation.ts';
import { dayInVietnam } from '#model/day.ts';
import { isPeriod, periodOf, type PeriodId } from '#model/period.ts';

/** The period in the address (`?ky=2026-11`), so that reloading and going back keep it; this one when none is there. */
export const useChosenPeriod = ({ settings }: Situation) => {
  const { clock } = useHands();
  const [address, setAddress] = useSearchParams();
  const today = dayInVietnam(clock.now());
  const current = periodOf(today, settings.periodKind);
  const wished = address.get('ky') ?? '';
  const period = isPeriod(wished) ? wished : current;
  const choose = (chosen: PeriodId) => setAddress(chosen === current ? {} : { ky: chosen }, { replace: true });
  return { today, current, period, choose };
};
