import { useLive } from '#features/handbook.tsx';
import { situation } from '#store/situation.ts';

export type Me = NonNullable<Awaited<ReturnType<typeof situation>>>;

/** The officer, their units and their province's settings; undefined until read. */
export const useMe = (): Me | undefined => useLive(situation);
