import { useLive } from '#features/handbook.tsx';
import type { SituationRow } from '#store/database.ts';
import { situation } from '#store/situation.ts';

/** What the phone knows of the person, the team and the province's settings; see protocol/situation.ts. */
export type Situation = SituationRow['situation'];

export const useSituation = (): Situation | undefined => useLive((db) => situation(db));
