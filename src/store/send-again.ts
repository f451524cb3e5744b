import { entryOf } from '#model/entry.ts';
import { fault } from '#model/entry-rules.ts';
import { isKnown, type DeviceNumber, type KnownOperation, type Seq } from '#model/operation.ts';
import type { Handbook, OwnOperationRow } from '#store/database.ts';
import { openOperations } from '#store/deal-with.ts';
import { rebuildEntries } from '#store/entry-steps.ts';
import { recordAnew } from '#store/record-anew.ts';
import { appendOperation, writing, type Written } from '#store/write-change.ts';

type Name = { device: DeviceNumber; seq: Seq };

/** What an entry would say: its record's content, or that of the last correction after it. */
const newestContent = (record: KnownOperation & { kind: 'entry.record' }, open: OwnOperationRow[]) => {
  let content = record.body;
  for (const { operation } of open)
    if (isKnown(operation) && operation.kind === 'entry.correct') content = operation.body.content;
  return content;
};

/**
 * "Gửi lại": a refused change once more, as a new operation (rules I2, P5). A refused record takes its corrections with
 * it: one fresh record says it all.
 */
export const sendAgain = (db: Handbook, clock: { now(): number }, { device, seq }: Name): Promise<Written> =>
  writing(db, {}, async (me, situation) => {
    const row = await db.ownOperations.get([device, seq]);
    if (row?.state !== 'refused' || row.dealtWith || !isKnown(row.operation))
      return { kind: 'refused', faults: [fault('entry-unknown', 'entry')] };
    const { operation } = row;
    const entry = entryOf(operation);
    if (operation.kind === 'entry.record') {
      const content = newestContent(operation, await openOperations(db, entry));
      return recordAnew(db, clock, me, situation, entry, content);
    }
    // Out of the entry first, so that what is asked is whether it may be done now.
    await db.ownOperations.put({ ...row, dealtWith: { at: clock.now(), by: me.nextSeq } });
    await rebuildEntries(db, [entry], situation.person.id);
    const { kind, body } = operation;
    const written = await appendOperation(db, clock, me, situation, { kind, body } as typeof operation);
    if (written.kind === 'refused') {
      await db.ownOperations.put(row);
      await rebuildEntries(db, [entry], situation.person.id);
    }
    return written;
  });

/** Lets a refused change go. It is kept and asks for attention no more (rule P5). */
export const setAside = (db: Handbook, clock: { now(): number }, { device, seq }: Name): Promise<Written> =>
  writing(db, {}, async (_, situation) => {
    const row = await db.ownOperations.get([device, seq]);
    if (row?.state !== 'refused' || !isKnown(row.operation))
      return { kind: 'refused', faults: [fault('entry-unknown', 'entry')] };
    const entry = entryOf(row.operation);
    await db.ownOperations.put({ ...row, dealtWith: { at: clock.now(), by: 'set-aside' } });
    await rebuildEntries(db, [entry], situation.person.id);
    return { kind: 'saved', entry, seq };
  });
