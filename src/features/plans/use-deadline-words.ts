import { useTranslation } from 'react-i18next';
import { ongoing, type Deadline } from '#model/deadline.ts';
import { useFormat } from '#ui/format.ts';

/** A deadline as exactly as it is known: 31/12/2026, 6/2026, quarter II of 2026, 2026, or without end. */
export const useDeadlineWords = () => {
  const { t } = useTranslation('plans');
  const f = useFormat();
  return (deadline: Deadline): string => {
    if (deadline === ongoing) return t('ongoing');
    const [year, part, day] = deadline.split('-') as [string, string?, string?];
    if (day) return f.dayLong(deadline);
    if (!part) return year;
    if (part.startsWith('Q')) return t('quarter', { quarter: part.slice(1), year });
    return `${Number(part)}/${year}`;
  };
};
