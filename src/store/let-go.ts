import { letGoKind } from '#model/let-go.ts';
import { recordId, type Operation } from '#model/operation.ts';
import type { Situation } from '#protocol/situation.ts';
import type { Handbook, OwnOperationRow, SessionRow } from '#store/database.ts';

/**
 * In a transaction: tells the province that its person is done with these refused operations, so that no amendment takes them
 * in behind their back (rules P5, S3). It asks for nobody's attention, whatever the province answers.
 */
export const tellLetGo = async (
  db: Handbook,
  clock: { now(): number },
  me: SessionRow,
  known: Situation,
  rows: readonly OwnOperationRow[],
): Promise<void> => {
  const refused = rows.filter(({ state }) => state === 'refused').map(({ device, seq }) => recordId(device, seq));
  if (refused.length === 0) return;
  const now = clock.now();
  const operation: Operation = {
    device: me.device,
    seq: me.nextSeq,
    at: Math.floor(now / 1000),
    unit: known.person.unit,
    kind: letGoKind,
    body: { operations: refused },
  };
  await db.ownOperations.add({
    device: me.device,
    seq: operation.seq,
    operation,
    state: 'waiting',
    dealtWith: { at: now, by: 'set-aside' },
  });
  await db.notebook.put({ ...me, nextSeq: me.nextSeq + 1 });
};
