import { useTranslation } from 'react-i18next';
import type { Situation } from '#features/situation.ts';
import type { PersonId } from '#model/person.ts';

/** People by their names where this device knows them: those of one's own unit. */
export const usePeople = ({ team, person }: Situation) => {
  const { t } = useTranslation('plans');
  const names = new Map([...team, person].map(({ id, name }) => [id, name]));
  return (id: PersonId): string => names.get(id) ?? t('someone', { id });
};
