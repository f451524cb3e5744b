import { addDays, daysFrom, type Day } from '#model/day.ts';
import css from './PeriodRuler.module.css';

type Props = { first: Day; last: Day; today: Day; label: string; from: string; to: string; todayLabel: string };

const width = 328;
const edge = 6;

/** Near an edge the word begins or ends where the ruler does. */
const atEdge = (x: number) => (x > width * 0.85 ? css.atEnd : x < width * 0.15 ? css.atStart : undefined);

/** One reporting period as a ruler: its days, today's ring, and the way left to its last day. */
export const PeriodRuler = ({ first, last, today, label, from, to, todayLabel }: Props) => {
  const length = daysFrom(first, last);
  const xOf = (day: Day) => edge + (daysFrom(first, day) * (width - 2 * edge)) / length;
  const days = Array.from({ length: length + 1 }, (_, at) => addDays(first, at));
  const running = first <= today && today <= last;
  const now = running ? xOf(today) : 0;
  return (
    <div className={css.ruler}>
      <div className={css.above} aria-hidden>
        <span>{from}</span>
        <b>{to}</b>
      </div>
      <p className="visually-hidden">{label}</p>
      <svg aria-hidden viewBox={`0 0 ${width} 24`}>
        <line className={css.line} x1={0} x2={width} y1={14} y2={14} />
        {days.map((day, at) => (
          <line
            key={day}
            className={running && day < today ? css.past : css.tick}
            x1={xOf(day)}
            x2={xOf(day)}
            y1={14}
            y2={at % 5 === 0 ? 3 : 7}
          />
        ))}
        {running && (
          <>
            <line className={css.way} x1={now} x2={xOf(last)} y1={14} y2={14} />
            <circle className={css.ring} cx={now} cy={14} r={7.5} />
          </>
        )}
      </svg>
      <div className={css.below} aria-hidden>
        {running && (
          <b style={{ left: `${(100 * now) / width}%` }} className={atEdge(now)}>
            {todayLabel}
          </b>
        )}
      </div>
    </div>
  );
};
