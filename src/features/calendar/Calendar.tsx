import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dates } from '#features/calendar/Dates.tsx';
import { MonthGrid } from '#features/calendar/MonthGrid.tsx';
import { Reminders } from '#features/calendar/Reminders.tsx';
import { useLive, useNow } from '#features/handbook.tsx';
import { useSituation, type Situation } from '#features/situation.ts';
import { holidaysBetween, reportingDates } from '#model/calendar.ts';
import { dayInVietnam } from '#model/day.ts';
import { holidayYears } from '#model/holiday.ts';
import { shiftPeriod, spanOf } from '#model/period.ts';
import { levelOfRole, maySaveEntries } from '#model/person.ts';
import { isOpen } from '#model/todo-groups.ts';
import { todos } from '#store/todos.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { capital } from '#ui/capital.ts';
import { useFormat } from '#ui/format.ts';
import { TopBar } from '#ui/TopBar.tsx';
import css from './Calendar.module.css';

/** The days of a month by which something has to be sent or done, and those on which nobody is in. Needs no network. */
const Calendar = () => {
  const { t } = useTranslation('calendar');
  const me = useSituation();
  return (
    <>
      <TopBar title={t('title')} back="/them" />
      {me && <Month me={me} />}
    </>
  );
};
export default Calendar;

const Month = ({ me }: { me: Situation }) => {
  const { t } = useTranslation('calendar');
  const f = useFormat();
  const today = dayInVietnam(useNow());
  const [month, setMonth] = useState(today.slice(0, 7));
  const { first, last } = spanOf(month, 'calendarMonth');
  const level = levelOfRole[me.person.role];
  const team = maySaveEntries(me.person.role);
  const reports = reportingDates(level, first, last, me.settings);
  const holidays = holidaysBetween(first, last);
  const due =
    useLive(
      async (db) =>
        team
          ? ((await todos(db, today))?.todos ?? []).filter(
              (todo) => isOpen(todo) && todo.due !== null && first <= todo.due && todo.due <= last,
            )
          : [],
      [today, first, last, team],
    ) ?? [];
  const year = Number(month.slice(0, 4));
  return (
    <div className={team ? css.page : `${css.page} ${css.desk}`}>
      <div className={css.month}>
        <div className={css.head}>
          <IconButton label={t('previous')} icon={ChevronLeft} onClick={() => setMonth(shiftPeriod(month, -1))} />
          <h2 aria-live="polite">{capital(t('month', { month: f.month(month), year: String(year) }))}</h2>
          <IconButton label={t('next')} icon={ChevronRight} onClick={() => setMonth(shiftPeriod(month, 1))} />
        </div>
        <MonthGrid month={month} today={today} reports={reports} holidays={holidays} due={due} />
      </div>
      <div className={css.days}>
        <Dates reports={reports} holidays={holidays} due={due} today={today} />
        {(year < holidayYears.first || year > holidayYears.last) && (
          <p className={css.quiet}>
            {t('beyond', { first: String(holidayYears.first), last: String(holidayYears.last) })}
          </p>
        )}
        <p className={css.quiet}>{t('source')}</p>
      </div>
      <Reminders level={level} settings={me.settings} team={team} />
    </div>
  );
};
