import { useTranslation } from 'react-i18next';

/** A person's name, or their number when the page does not name them. */
export const usePersonName = (people: readonly { id: number; name: string }[]) => {
  const { t } = useTranslation('overview');
  return (id: number): string => people.find((person) => person.id === id)?.name ?? t('unknownPerson', { id });
};
