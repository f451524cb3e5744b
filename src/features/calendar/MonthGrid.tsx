import { useTranslation } from 'react-i18next';
import type { ReportingDate } from '#model/calendar.ts';
import { addDays, daysFrom, dayOfMonth, type Day } from '#model/day.ts';
import type { Holiday } from '#model/holiday.ts';
import { isWorkingDay } from '#model/holiday.ts';
import { spanOf } from '#model/period.ts';
import type { Todo } from '#model/todo.ts';
import { mondayOf } from '#model/week.ts';
import css from './MonthGrid.module.css';

type Props = { month: string; today: Day; reports: ReportingDate[]; holidays: Holiday[]; due: Todo[] };

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** The month at a glance. Everything in it stands in words in the list below, which is what a screen reader is given. */
export const MonthGrid = ({ month, today, reports, holidays, due }: Props) => {
  const { t } = useTranslation('calendar');
  const { first, last } = spanOf(month, 'calendarMonth');
  const start = mondayOf(first);
  const weeks = Math.ceil((daysFrom(start, last) + 1) / 7);
  const days = Array.from({ length: weeks * 7 }, (_, at) => addDays(start, at));
  const look = (day: Day) =>
    [
      css.day,
      !isWorkingDay(day) && css.off,
      holidays.some((holiday) => holiday.day === day) && css.holiday,
      reports.some(({ flag }) => flag.due === day) && css.report,
      day === today && css.today,
    ]
      .filter(Boolean)
      .join(' ');
  return (
    <div className={css.grid} aria-hidden>
      {weekdays.map((weekday) => (
        <span key={weekday} className={css.name}>
          {t(`weekdays.${weekday}`)}
        </span>
      ))}
      {days.map((day) =>
        day < first || day > last ? (
          <span key={day} />
        ) : (
          <span key={day} className={look(day)}>
            {dayOfMonth(day)}
            {due.some((todo) => todo.due === day) && <i className={css.dot} />}
          </span>
        ),
      )}
    </div>
  );
};
