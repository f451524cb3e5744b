import { addDays, isDay, type Day } from '#model/day.ts';
import { isPeriod, shiftPeriod } from '#model/period.ts';

/** As exactly as a plan says it: 'ongoing', '2024', '2022-Q2', '2022-03' or '2023-06-01'. */
export type Deadline = string;

export const ongoing: Deadline = 'ongoing';

const isYear = (text: string) => /^20\d{2}$/.test(text);
const isQuarter = (text: string) => /^20\d{2}-Q[1-4]$/.test(text);

export const isDeadline = (text: string): text is Deadline =>
  text === ongoing || isYear(text) || isQuarter(text) || isPeriod(text) || isDay(text);

/** The last day on which it is still kept; null for work that goes on without end. */
export const lastDayOf = (deadline: Deadline): Day | null => {
  if (deadline === ongoing) return null;
  if (deadline.length === 'YYYY-MM-DD'.length) return deadline;
  if (isYear(deadline)) return `${deadline}-12-31`;
  const month = isQuarter(deadline)
    ? `${deadline.slice(0, 4)}-${String(Number(deadline.slice(6)) * 3).padStart(2, '0')}`
    : deadline;
  return addDays(`${shiftPeriod(month, 1)}-01`, -1);
};

export const isPast = (deadline: Deadline, today: Day): boolean => {
  const last = lastDayOf(deadline);
  return last !== null && last < today;
};

const quarters: Record<string, string> = { i: '1', ii: '2', iii: '3', iv: '4' };
const two = (digits: string) => digits.padStart(2, '0');

/**
 * A deadline as people write it, or undefined: '31/12/2026', 'Tháng 6/2026', '6/2026', 'Quý II/2026', 'Năm 2026',
 * 'Thường xuyên', and the ways in which it is kept.
 */
export const readDeadline = (text: string): Deadline | undefined => {
  const plain = text.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ');
  if (plain === 'thường xuyên' || plain === ongoing) return ongoing;
  const found = [
    /^(?:ngày |trước (?:ngày )?)?(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})$/u,
    /^(?:trong )?(?:tháng )?(?<month>\d{1,2})(?:\/| năm )(?<year>\d{4})$/u,
    /^(?:trong )?(?:quý |q)(?<quarter>i{1,3}|iv|[1-4])(?:\/| năm )(?<year>\d{4})$/u,
    /^(?:trong )?(?:năm )?(?<year>\d{4})$/u,
  ]
    .map((form) => form.exec(plain)?.groups)
    .find((groups) => groups !== undefined);
  const { day, month, quarter, year } = found ?? {};
  const written = !year
    ? plain.toUpperCase()
    : [
        year,
        ...(quarter ? [`Q${quarters[quarter] ?? quarter}`] : []),
        ...(month ? [two(month)] : []),
        ...(day ? [two(day)] : []),
      ].join('-');
  return isDeadline(written) ? written : undefined;
};
