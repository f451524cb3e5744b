import type { Day } from '#model/day.ts';
import type { EntryContent } from '#model/entry-content.ts';
import { Unreadable } from '#protocol/columns/bytes.ts';
import { isWord, words } from '#protocol/columns/choices.ts';
import { rows, type Column } from '#protocol/columns/column.ts';
import { counts, isCounts } from '#protocol/columns/counts.ts';
import { maybe } from '#protocol/columns/flags.ts';
import { signed } from '#protocol/columns/numbers.ts';
import { isText, texts } from '#protocol/columns/texts.ts';
import { cellWords, channelWords, measureWords, placeWords, serviceWords } from '#protocol/words.ts';

/** A content and the instant of its operation in seconds: most work is written down on the day it is done. */
export type ContentAt = { at: number; content: EntryContent };

type ContentRow = {
  /** From the day of the work to the day, in Vietnam, on which it was written down. */
  daysLater: number;
  place: string;
  channel: string;
  counts: Record<string, number>;
  cells: Record<string, number>;
  services: Record<string, number>;
  note: string | undefined;
};

const contentRows: Column<ContentRow> = rows({
  daysLater: signed,
  place: words(placeWords),
  channel: words(channelWords),
  counts: counts(measureWords),
  cells: counts(cellWords),
  services: counts(serviceWords),
  note: maybe(texts),
});

const secondsADay = 24 * 60 * 60;
const vietnamAheadOfUtc = 7 * 60 * 60;
const dayNumberAt = (at: number) => Math.floor((at + vietnamAheadOfUtc) / secondsADay);

/** Days since 1970-01-01. Undefined for a text that is no day of the years 0000–9999 in the one way of writing it. */
const dayNumber = (day: Day): number | undefined => {
  const number = Date.parse(`${day}T00:00:00Z`) / (secondsADay * 1000);
  return Number.isInteger(number) && dayNumbered(number) === day ? number : undefined;
};
const dayNumbered = (number: number): Day | undefined => {
  const date = new Date(number * secondsADay * 1000);
  const text = Number.isNaN(date.getTime()) ? '' : date.toISOString();
  return text.length === 24 ? text.slice(0, 10) : undefined;
};

const fields: readonly string[] = ['date', 'place', 'channel', 'counts', 'cells', 'services', 'note'];
const isSomeCounts = (value: unknown) => isCounts(value) && Object.keys(value).length > 0;

/** True for content that the columns give back exactly as it is: nothing odd in it, and nothing they do not know. */
export const isColumnar = (body: unknown): body is EntryContent => {
  if (typeof body !== 'object' || body === null) return false;
  const { date, place, channel, counts: counted, cells, services, note } = body as Record<string, unknown>;
  return (
    Object.keys(body).every((field) => fields.includes(field)) &&
    typeof date === 'string' &&
    dayNumber(date) !== undefined &&
    isWord(place) &&
    isWord(channel) &&
    isCounts(counted) &&
    (cells === undefined || isSomeCounts(cells)) &&
    (services === undefined || isSomeCounts(services)) &&
    (note === undefined || isText(note))
  );
};

/** Contents for which `isColumnar` holds. */
export const contents = {
  write(to: Parameters<typeof contentRows.write>[0], values: readonly ContentAt[]): void {
    contentRows.write(
      to,
      values.map(({ at, content }) => ({
        daysLater: dayNumberAt(at) - dayNumber(content.date)!,
        place: content.place,
        channel: content.channel,
        counts: content.counts,
        cells: content.cells ?? {},
        services: content.services ?? {},
        note: content.note,
      })),
    );
  },
  /** `instants`: the `at` of each content. */
  read(from: Parameters<typeof contentRows.read>[0], instants: readonly number[]): EntryContent[] {
    return contentRows.read(from, instants.length).map((row, i) => {
      const date = dayNumbered(dayNumberAt(instants[i]!) - row.daysLater);
      if (date === undefined) throw new Unreadable('No such day');
      return {
        date,
        place: row.place,
        channel: row.channel,
        counts: row.counts,
        ...(Object.keys(row.cells).length > 0 && { cells: row.cells }),
        ...(Object.keys(row.services).length > 0 && { services: row.services }),
        ...(row.note !== undefined && { note: row.note }),
      };
    });
  },
};
