import { CircleCheckBig, Coffee, Flag } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { holidaySpans, type ReportingDate } from '#model/calendar.ts';
import type { Day } from '#model/day.ts';
import type { Holiday } from '#model/holiday.ts';
import type { Todo } from '#model/todo.ts';
import { Card } from '#ui/Card.tsx';
import { useFormat } from '#ui/format.ts';
import css from './Dates.module.css';

type Props = { reports: ReportingDate[]; holidays: Holiday[]; due: Todo[]; today: Day };
type Line = { key: string; day: Day; last?: Day; icon: ReactNode; title: string; about: string[] };

/** The same days in words, in their order. */
export const Dates = ({ reports, holidays, due, today }: Props) => {
  const { t } = useTranslation(['calendar', 'duties', 'common']);
  const f = useFormat();
  const dueDays = [...new Set(due.map((todo) => todo.due!))];
  const titleOf = ({ what }: Todo) => (what.kind === 'task' ? what.task.title : t(`duties:${what.duty.key}.title`));
  const lines: Line[] = [
    ...reports.map(({ flag, handIn }) => ({
      key: `${flag.step} ${flag.period}`,
      day: flag.due,
      icon: <Flag aria-hidden size={20} />,
      title: t(`report.${flag.step}`),
      about: [
        t(flag.rule, { day: f.day(flag.due), marked: f.day(flag.marked), month: f.month(flag.period) }),
        ...(handIn === flag.due ? [] : [t('handIn', { day: f.weekday(handIn) })]),
      ],
    })),
    ...holidaySpans(holidays).map(({ key, first, last, decided }) => ({
      key: `${first} ${key}`,
      day: first,
      last,
      icon: <Coffee aria-hidden size={20} />,
      title: t(`holiday.${key as 'gio-to'}`),
      about: [decided ? t('dayOff') : t('undecided')],
    })),
    ...dueDays.map((day) => {
      const todos = due.filter((todo) => todo.due === day);
      return {
        key: `due ${day}`,
        day,
        icon: <CircleCheckBig aria-hidden size={20} />,
        title: t('due', { count: todos.length }),
        about: [todos.map(titleOf).join('; ')],
      };
    }),
  ].sort((a, b) => a.day.localeCompare(b.day));
  return (
    <section aria-labelledby="dates">
      <h2 id="dates" className={css.title}>
        {t('dates')}
      </h2>
      {lines.length === 0 && <p className={css.nothing}>{t('nothing')}</p>}
      {lines.length > 0 && (
        <Card as="ol">
          {lines.map(({ key, day, last = day, icon, title, about }) => (
            <li key={key} className={css.line}>
              <span className={css.icon}>{icon}</span>
              <span>
                <small className={css.day}>
                  {last === day ? f.heading(day) : `${f.heading(day)} – ${f.weekday(last)}`}
                  {day <= today && today <= last && ` · ${t('common:today')}`}
                </small>
                <b>{title}</b>
                {about.map((words) => (
                  <small key={words}>{words}</small>
                ))}
              </span>
            </li>
          ))}
        </Card>
      )}
    </section>
  );
};
