import { isFor } from '#model/records/addressees.ts';
import { announcementOf, lastWritten, type Announcement } from '#model/records/announcement.ts';
import { readMarkName, readOf } from '#model/records/read-mark.ts';
import type { UnitId } from '#model/unit.ts';
import type { RecordRow } from '#store/database.ts';

/** An announcement as a team's phone holds it. */
export type Told = { one: Announcement; isRead: boolean };

/** What a team was told, the last written first. `path`: its own unit and those above it; `marks`: what was read. */
export const toldTo = (
  team: UnitId,
  path: readonly UnitId[],
  { told, marks }: { told: readonly RecordRow[]; marks: readonly RecordRow[] },
): Told[] => {
  const read = new Map(marks.map(({ id, record }) => [id, readOf(record)?.version]));
  return told
    .map(({ record }) => announcementOf(record))
    .filter(({ units, urging }) => isFor(units, path) && !urging?.officers)
    .sort((a, b) => lastWritten(b) - lastWritten(a))
    .map((one) => ({ one, isRead: read.get(readMarkName(one.id, team)) === one.version }));
};

/** What still asks to be read: one that was taken back asks for nothing. */
export const unreadIn = (all: readonly Told[]): Told[] => all.filter(({ one, isRead }) => !isRead && !one.withdrawn);
