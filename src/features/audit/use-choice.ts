import { useSearchParams } from 'react-router';
import type { Choice } from '#features/audit/addresses.ts';
import { isDay } from '#model/day.ts';
import type { UnitId } from '#model/unit.ts';

const names = { unit: 'don-vi', person: 'nguoi', act: 'viec', from: 'tu', to: 'den' } as const;

/** The choice stands in the address: it can be shared, and the way back leads to it. */
export const useChoice = (own: UnitId) => {
  const [params, setParams] = useSearchParams();
  const said = (part: keyof Choice) => params.get(names[part]) ?? '';
  const day = (part: 'from' | 'to') => (isDay(said(part)) ? said(part) : '');
  const choice: Choice = {
    unit: said('unit') || own,
    person: /^\d{1,9}$/.test(said('person')) ? said('person') : '',
    act: said('act'),
    from: day('from'),
    to: day('to'),
  };
  return {
    choice,
    chosen: [...params.keys()].length > 0,
    put: (part: keyof Choice, value: string) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          if (value === '') after.delete(names[part]);
          else after.set(names[part], value);
          return after;
        },
        { replace: true },
      ),
    clear: () => setParams({}, { replace: true }),
  };
};
