import { useLive, type Me } from '#features/handbook.tsx';
import { situation } from '#store/situation.ts';

/** Who works with this phone and what they have to know; undefined until read. */
export const useMe = (): Me | undefined => useLive(situation);
