import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ActWords } from '#features/audit/use-act-words.ts';
import { dayInVietnam } from '#model/day.ts';
import type { AuditRow } from '#store/officer-pages.ts';
import { Card } from '#ui/Card.tsx';
import { useFormat } from '#ui/format.ts';
import css from './Audit.module.css';

type Props = { rows: readonly AuditRow[]; act: ActWords; asked: string };

const byDay = (rows: readonly AuditRow[]): [string, AuditRow[]][] => {
  const days = new Map<string, AuditRow[]>();
  for (const row of rows) {
    const day = dayInVietnam(row.at * 1000);
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  return [...days];
};

/** What was done, day by day. A unit's name leads to its own log. */
export const Rows = ({ rows, act, asked }: Props) => {
  const { t } = useTranslation('audit');
  const f = useFormat();
  return (
    <>
      {byDay(rows).map(([day, done]) => (
        <section key={day} aria-label={f.heading(day)} className={css.day}>
          <h2>{`${f.heading(day)}/${day.slice(0, 4)}`}</h2>
          <Card as="ul">
            {done.map((row) => (
              <li key={row.number} className={css.row}>
                <span className={css.time}>{f.time(row.at * 1000)}</span>
                <span className={css.what}>{act.what(row)}</span>
                <span className={css.who}>
                  <b>{act.who(row)}</b>{' '}
                  <span className={css.quiet}>
                    {[row.by && act.place(row.by.unit), row.device !== null && t('device', { number: row.device })]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
                <span className={css.about}>
                  {row.unit !== asked && (
                    <Link className={css.link} to={`/nhat-ky-he-thong?don-vi=${encodeURIComponent(row.unit)}`}>
                      {act.place(row.unit)}
                    </Link>
                  )}
                </span>
              </li>
            ))}
          </Card>
        </section>
      ))}
    </>
  );
};
