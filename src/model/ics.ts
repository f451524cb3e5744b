import { addDays, type Day } from '#model/day.ts';

/** A whole day in a calendar file. `remindHoursBefore`: how long before midnight of that day a phone rings. */
export type IcsEvent = { uid: string; day: Day; title: string; text: string; remindHoursBefore?: number };

/** At most so many bytes on a line (RFC 5545, 3.1). */
const lineBytes = 75;

/**
 * A calendar to import or subscribe to, after RFC 5545: whole days, so that no time zone moves them, free ("transparent"),
 * each with its reminder. `stamp` is an instant in milliseconds.
 */
export const icsOf = (name: string, events: readonly IcsEvent[], stamp: number): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//So tay 06//Calendar//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Asia/Ho_Chi_Minh',
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    ...events.flatMap((event) => linesOf(event, stamp)),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');

const linesOf = ({ uid, day, title, text, remindHoursBefore }: IcsEvent, stamp: number): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `DTSTAMP:${new Date(stamp).toISOString().replace(/[-:]|\.\d+/g, '')}`,
  `DTSTART;VALUE=DATE:${compact(day)}`,
  `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
  `SUMMARY:${escaped(title)}`,
  ...(text ? [`DESCRIPTION:${escaped(text)}`] : []),
  'TRANSP:TRANSPARENT',
  ...(remindHoursBefore === undefined
    ? []
    : [
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        `DESCRIPTION:${escaped(title)}`,
        `TRIGGER:-PT${remindHoursBefore}H`,
        'END:VALARM',
      ]),
  'END:VEVENT',
];

const compact = (day: Day): string => day.replace(/-/g, '');

const escaped = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');

/** A long line goes on after a line break and a space; a letter of several bytes is never cut. */
const folded = (line: string): string => {
  const encoder = new TextEncoder();
  let text = '';
  let used = 0;
  for (const letter of line) {
    const bytes = encoder.encode(letter).length;
    const breaks = used + bytes > lineBytes;
    text += breaks ? `\r\n ${letter}` : letter;
    used = breaks ? 1 + bytes : used + bytes;
  }
  return text;
};
