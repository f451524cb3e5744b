import { dayInVietnam } from '#model/day.ts';
import type { Operation, RecordId } from '#model/operation.ts';
import { asTheyWere } from '#model/membership.ts';
import { levelOfRole, type Person } from '#model/person.ts';
import { applyToRecord, recordOf, type EditableRecord } from '#model/record.ts';
import type { RecordDefinition } from '#model/record-definition.ts';
import { examineWrite } from '#model/record-examination.ts';
import type { UnitId } from '#model/unit.ts';
import { readRecordWrite } from '#protocol/operation.ts';
import type { Caller, ProvinceDatabase } from '../province.ts';
import { refusing, type Book } from './book.ts';
import { closedAt, type Home } from './homes.ts';
import { readRecord, recordRow, writeRecordRows } from './record-row.ts';
import { writtenOn } from './rules-of-the-day.ts';
import { readSettings } from './settings.ts';

type Held = {
  homes: ReadonlyMap<UnitId, Home>;
  definitionOf: (type: string) => RecordDefinition | undefined;
  /** Milliseconds. */
  now: number;
};

/**
 * The editable records that a batch writes to (rules M2, S2). Refuses 'operation-malformed', 'kind-unknown' for a type
 * of a newer app, 'unit-not-yours' for a unit beyond the writer's, 'unit-left' for one that was theirs when this was
 * written no more (rule T4), and what `examineWrite` refuses.
 */
export const openRecordBook = async (
  tx: ProvinceDatabase,
  { person }: Pick<Caller, 'person'>,
  operations: readonly Operation[],
  { homes, definitionOf, now }: Held,
): Promise<Book> => {
  const receivedAt = Math.floor(now / 1000);
  const today = dayInVietnam(now);
  const records = await recordsSpokenOf(tx, operations);
  const settings = await readSettings(tx);
  const closed = await closedAt(tx, homes);
  const changed = new Map<RecordId, EditableRecord>();

  return {
    settle(operation) {
      const write = readRecordWrite(operation);
      if (!write) return refusing('operation-malformed');
      const definition = definitionOf(write.body.type);
      if (!definition) return refusing('kind-unknown', { kind: write.body.type });
      const home = homes.get(write.unit);
      if (!home) return refusing('unit-not-yours');
      const record = records.get(recordOf(write));
      const closedPeriods = closed.get(home.commune) ?? [];
      const day = writtenOn(write, now);
      const { left } = home;
      if (left && day > left.until) return refusing('unit-left', { until: left.until });
      const writer = left ? asTheyWere(person, left, day) : home.gone ? asOf(person, home) : person;
      const about = { person: writer, unit: home, record, today, settings, closedPeriods };
      const fault = examineWrite(definition, write.body, about).find(({ weight }) => weight === 'refuse');
      if (fault) return refusing(fault.code, fault.params);
      const after = applyToRecord(record, write, { by: person.id, receivedAt });
      records.set(after.id, after);
      changed.set(after.id, after);
      return { kind: 'accepted', commune: home.commune };
    },

    async keep() {
      const rows = [...changed.values()].map((record) =>
        recordRow(record, { commune: homes.get(record.unit)!.commune, receivedAt }),
      );
      if (rows.length > 0) await writeRecordRows(tx, rows);
    },
  };
};

/** A team goes on with the records of the village that theirs was before (rule S4). */
const asOf = (person: Person, { id, level }: Home): Person =>
  levelOfRole[person.role] === level ? { ...person, unit: id } : person;

/** A few hundred at a time. What a write makes is named by itself, and nobody can have written to it before. */
const recordsSpokenOf = async (tx: ProvinceDatabase, operations: readonly Operation[]) => {
  const records = new Map<RecordId, EditableRecord>();
  const named = operations.map((operation) => readRecordWrite(operation)?.body.record);
  const ids = [...new Set(named.filter((id) => id !== undefined))];
  for (let from = 0; from < ids.length; from += 500) {
    const rows = await tx
      .selectFrom('record')
      .select('state')
      .where('id', 'in', ids.slice(from, from + 500))
      .execute();
    for (const record of rows.map(readRecord)) records.set(record.id, record);
  }
  return records;
};
