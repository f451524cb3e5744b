import { useTranslation } from 'react-i18next';
import { addDays, type Day } from '#model/day.ts';
import { useFormat } from '#ui/format.ts';
import css from './Journal.module.css';

export const DayHeading = ({ day, today }: { day: Day; today: Day }) => {
  const { t } = useTranslation('journal');
  const format = useFormat();
  return (
    <h2 className={css.day}>
      {format.heading(day)} {day === today && <em>· {t('today')}</em>}
      {day === addDays(today, -1) && <em>· {t('yesterday')}</em>}
    </h2>
  );
};
