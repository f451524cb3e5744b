import type { PersonId } from '#model/person.ts';
import { standing, valueOf, type EditableRecord, type Json } from '#model/record.ts';
import type { ImportName } from '#model/records/official-figure.ts';

/** One table that was read in. `at`: seconds. `standing`: how many of its figures are still those that it wrote. */
export type OfficialImport = {
  id: string;
  file: string;
  at: number;
  by: PersonId;
  figures: number;
  standing: number;
  undone: boolean;
};

const importOf = (value: Json | undefined): ImportName | undefined =>
  value !== null && typeof value === 'object' && 'id' in value ? (value as ImportName) : undefined;

/** Every import that these figures tell of, the newest first. */
export const importsIn = (records: Iterable<EditableRecord>): OfficialImport[] => {
  const found = new Map<string, OfficialImport>();
  for (const record of records) {
    const stands = standingImport(record);
    for (const { value, at, by } of record.fields['import'] ?? []) {
      const named = importOf(value);
      if (!named) continue;
      const { id, file, undone = false } = named;
      const before = found.get(id) ?? { id, file, at, by, figures: 0, standing: 0, undone: false };
      found.set(id, {
        ...before,
        ...(!undone && at < before.at && { at, by }),
        figures: before.figures + (undone ? 0 : 1),
        standing: before.standing + (!undone && stands === id ? 1 : 0),
        undone: before.undone || undone,
      });
    }
  }
  return [...found.values()].sort((one, other) => other.at - one.at || (one.id < other.id ? 1 : -1));
};

/** The import that wrote the figure as it stands; undefined where a person wrote it since, or it was undone. */
const standingImport = (record: EditableRecord): string | undefined => {
  const [figure, named] = [standing(record, 'count'), standing(record, 'import')];
  const said = importOf(named?.value);
  return said && !said.undone && figure?.op === named?.op ? said.id : undefined;
};

/**
 * What to write so that an import never was: to each figure that is still as it wrote it, the value that stood before, or
 * none. Figures written again by hand since are left as they are.
 */
export const undoing = (
  records: Iterable<EditableRecord>,
  id: string,
): { record: EditableRecord; set: Record<string, Json> }[] => {
  const changes: { record: EditableRecord; set: Record<string, Json> }[] = [];
  for (const record of records) {
    if (standingImport(record) !== id) continue;
    const { op, value } = standing(record, 'import')!;
    const before = without(record, op);
    const asOf = valueOf(before, 'asOf');
    changes.push({
      record,
      set: {
        count: valueOf(before, 'count') ?? null,
        ...(asOf !== undefined && { asOf }),
        import: { ...importOf(value)!, undone: true },
      },
    });
  }
  return changes;
};

/** The record as if one operation had not been. */
const without = (record: EditableRecord, op: string): EditableRecord => ({
  ...record,
  fields: Object.fromEntries(
    Object.entries(record.fields).map(([field, versions]) => [field, versions.filter((one) => one.op !== op)]),
  ),
});
