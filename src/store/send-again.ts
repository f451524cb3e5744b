import { entryOf } from '#model/entry.ts';
import { fault } from '#model/entry-rules.ts';
import { isKnown, recordId, type DeviceNumber, type KnownOperation, type Seq } from '#model/operation.ts';
import { isRecordKind, recordOf } from '#model/record.ts';
import type { Handbook, OwnOperationRow } from '#store/database.ts';
import { openOperations } from '#store/deal-with.ts';
import { rebuildEntries } from '#store/entry-steps.ts';
import { tellLetGo } from '#store/let-go.ts';
import { rebuildAll } from '#store/rebuild.ts';
import { recordAnew } from '#store/record-anew.ts';
import { sendWritesAgain, withWhatHangsOnIt } from '#store/send-record-again.ts';
import { appendOperation, writing, type Written } from '#store/write-change.ts';

const gone: Written = { kind: 'refused', faults: [fault('entry-unknown', 'entry')] };

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
 * it: one fresh record says it all. A write to an editable record says again what it said; whether it may be done now is
 * the province's to say.
 */
export const sendAgain = (db: Handbook, clock: { now(): number }, { device, seq }: Name): Promise<Written> =>
  writing(db, {}, async (me, situation) => {
    const row = await db.ownOperations.get([device, seq]);
    if (row?.state !== 'refused' || row.dealtWith) return gone;
    const { operation } = row;
    if (isRecordKind(operation)) {
      const rows = await withWhatHangsOnIt(db, { ...row, operation });
      const { record, seq: next } = await sendWritesAgain(db, clock, me, situation.person.id, rows);
      return { kind: 'saved', entry: record, seq: next };
    }
    if (!isKnown(operation)) return gone;
    const entry = entryOf(operation);
    if (operation.kind === 'entry.record') {
      const content = newestContent(operation, await openOperations(db, entry));
      return recordAnew(db, clock, me, situation, entry, content);
    }
    // Out of the entry first, so that what is asked is whether it may be done now.
    await db.ownOperations.put({ ...row, dealtWith: { at: clock.now(), by: me.nextSeq } });
    await rebuildEntries(db, [entry], situation.person.id);
    const { kind, body } = operation;
    const change = { kind, body } as typeof operation;
    const written = await appendOperation(db, clock, me, situation, change, recordId(device, seq));
    if (written.kind === 'refused') {
      await db.ownOperations.put(row);
      await rebuildEntries(db, [entry], situation.person.id);
    }
    return written;
  });

/** Lets a refused change go. It is kept and asks for attention no more (rule P5). */
export const setAside = (db: Handbook, clock: { now(): number }, { device, seq }: Name): Promise<Written> =>
  writing(db, {}, async (me, situation) => {
    const row = await db.ownOperations.get([device, seq]);
    if (row?.state !== 'refused') return gone;
    const { operation } = row;
    const rows = isRecordKind(operation) ? await withWhatHangsOnIt(db, { ...row, operation }) : [row];
    const entry = isRecordKind(operation) ? recordOf(operation) : isKnown(operation) && entryOf(operation);
    if (!entry) return gone;
    await db.ownOperations.bulkPut(rows.map((one) => ({ ...one, dealtWith: { at: clock.now(), by: 'set-aside' } })));
    if (isKnown(operation)) await tellLetGo(db, clock, me, situation, rows);
    await rebuildAll(db, [operation], situation.person.id);
    return { kind: 'saved', entry, seq };
  });
