import * as v from 'valibot';
import { examineText, fault } from '#model/entry-rules.ts';
import { maySaveEntries, type PersonId } from '#model/person.ts';
import { isPeriod } from '#model/period.ts';
import { standing, valueOf, type EditableRecord } from '#model/record.ts';
import type { RecordDefinition } from '#model/record-definition.ts';
import type { RecordId } from '#model/operation.ts';
import type { UnitId } from '#model/unit.ts';
import { AddresseesShape, type Addressees } from '#model/records/addressees.ts';
import { Written } from '#model/records/shapes.ts';

const Period = v.pipe(v.string(), v.check(isPeriod));
const fields = {
  title: Written,
  text: Written,
  units: AddresseesShape,
  /** Taken back: it stays readable, and says so. */
  withdrawn: v.nullable(v.object({ reason: Written })),
  /** Reminds those who are late with a period's report; `officers`: those of communes, and no village has to read it. */
  urging: v.strictObject({ period: Period, officers: v.boolean() }),
};

export const titleLimit = 120;
export const announcementLimit = 2000;
const needed = ['title', 'text', 'units'];

/** Something a commune or the province tells its teams. Each team says that it has read it (read-mark.ts). */
export const announcement: RecordDefinition = {
  type: 'announcement',
  field: (name) => (name in fields ? fields[name as keyof typeof fields] : undefined),
  examine: ({ set = {} }, { person, unit, record }) => {
    if (maySaveEntries(person.role) || unit.level === 'village') return [fault('not-for-your-role', 'title')];
    const missing = record ? [] : needed.filter((field) => !(field in set));
    const withdrawn = set['withdrawn'] as Announcement['withdrawn'] | undefined;
    return [
      ...missing.map((field) => fault('record-malformed', field, { field })),
      ...examineText(String(set['title'] ?? ''), 'title', titleLimit),
      ...examineText(String(set['text'] ?? ''), 'text', announcementLimit),
      ...examineText(withdrawn?.reason ?? '', 'withdrawn'),
    ];
  },
};

/**
 * `at`, in seconds: when it was first written; `changedAt` when it has been written anew since. `version`: the operation
 * that wrote the text as it stands; title and text are always written together.
 */
export type Announcement = {
  id: RecordId;
  version: string;
  unit: UnitId;
  by: PersonId;
  at: number;
  changedAt: number | null;
  title: string;
  text: string;
  units: Addressees;
  withdrawn: { reason: string } | null;
  urging: { period: string; officers: boolean } | null;
};

/** When its text was last written, in seconds: what a list goes by, so that one written anew stands on top again. */
export const lastWritten = ({ at, changedAt }: Announcement): number => changedAt ?? at;

export const announcementOf = (record: EditableRecord): Announcement => {
  const written = ['title', 'text'].flatMap((field) => record.fields[field] ?? []).map(({ at }) => at);
  const [first, last] = [Math.min(...written), Math.max(...written)];
  return {
    id: record.id,
    version: standing(record, 'text')?.op ?? record.id,
    unit: record.unit,
    by: standing(record, 'title')?.by ?? 0,
    at: first,
    changedAt: last > first ? last : null,
    title: String(valueOf(record, 'title') ?? ''),
    text: String(valueOf(record, 'text') ?? ''),
    units: (valueOf(record, 'units') ?? 'all') as Addressees,
    withdrawn: (valueOf(record, 'withdrawn') ?? null) as Announcement['withdrawn'],
    urging: (valueOf(record, 'urging') ?? null) as Announcement['urging'],
  };
};
