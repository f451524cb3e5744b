import { fault } from '#model/entry-rules.ts';
import { maySaveEntries } from '#model/person.ts';
import { standing, type EditableRecord } from '#model/record.ts';
import type { RecordDefinition } from '#model/record-definition.ts';
import type { RecordId } from '#model/operation.ts';
import { MadeRecord } from '#model/records/shapes.ts';
import type { UnitId } from '#model/unit.ts';

export const readMarkName = (announcement: RecordId, unit: UnitId): RecordId => `read:${announcement}:${unit}`;

/**
 * That a team has read an announcement; one of its members says so for all. Named by what it is (rule I3). `read` holds
 * which version they read, so that an announcement written anew is unread again, whatever anybody's clock says (rule M3).
 */
export const readMark: RecordDefinition = {
  type: 'read-mark',
  name: /^read:\d+-\d+:[\w-]+$/,
  field: (name) => (name === 'read' ? MadeRecord : undefined),
  examine: (_, { person }) => (maySaveEntries(person.role) ? [] : [fault('not-for-your-role', 'read')]),
};

/** Which version was read, when, in seconds, and by whom; undefined while nobody has. */
export const readOf = (record: EditableRecord | undefined): { version: string; at: number; by: number } | undefined => {
  const read = standing(record, 'read');
  return read && { version: String(read.value), at: read.at, by: read.by };
};
