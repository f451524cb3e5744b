import { useSituation } from '#features/situation.ts';
import { levelOfRole } from '#model/person.ts';

/** Whether the person may reword cards: the province does, for all its teams. */
export const useMayWord = (): boolean => {
  const known = useSituation();
  return known !== undefined && levelOfRole[known.person.role] === 'province';
};
