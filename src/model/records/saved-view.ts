import * as v from 'valibot';
import { examineText, fault } from '#model/entry-rules.ts';
import type { RecordId } from '#model/operation.ts';
import { maySaveEntries, type PersonId } from '#model/person.ts';
import { standing, valueOf, type EditableRecord } from '#model/record.ts';
import type { RecordDefinition } from '#model/record-definition.ts';
import { Written } from '#model/records/shapes.ts';

const fields = {
  title: Written,
  /** What follows the '?' of the address: what was chosen and nothing else, so no text of a person's fits in. */
  address: v.pipe(v.string(), v.regex(/^[a-z-]+=[\w.,-]*(&[a-z-]+=[\w.,-]*)*$/i), v.maxLength(3000)),
  removed: v.boolean(),
};

export const viewTitleLimit = 80;

/** A way of looking at the figures that officers of a unit keep for each other. */
export const savedView: RecordDefinition = {
  type: 'saved-view',
  amongOfficers: true,
  field: (name) => (name in fields ? fields[name as keyof typeof fields] : undefined),
  examine: ({ set = {} }, { person, unit, record }) => {
    if (maySaveEntries(person.role) || unit.level === 'village') return [fault('not-for-your-role', 'title')];
    const missing = record ? [] : ['title', 'address'].filter((field) => !(field in set));
    return [
      ...missing.map((field) => fault('record-malformed', field, { field })),
      ...examineText(String(set['title'] ?? ''), 'title', viewTitleLimit),
    ];
  },
};

export type SavedView = { id: RecordId; title: string; address: string; by: PersonId; removed: boolean };

export const savedViewOf = (record: EditableRecord): SavedView => ({
  id: record.id,
  title: String(valueOf(record, 'title') ?? ''),
  address: String(valueOf(record, 'address') ?? ''),
  by: standing(record, 'title')?.by ?? 0,
  removed: valueOf(record, 'removed') === true,
});
