import type { AcceptedOperation, Operation } from '#model/operation.ts';
import { Handbook } from '#store/database.ts';
import { foldEntry } from '#store/entry-fold.ts';
import { session } from '#store/session.ts';
import { advanceCommune, lockCommune } from '#server/storage/commune-head.ts';
import { writeOperations } from '#server/storage/operation-row.ts';
import type { TestProvince } from '../support/province.ts';
import type { SyncedPhone } from '../support/synced-phone.ts';

/** A later version of the phone's memory: one more table, one more index, and a change to every operation that waits. */
export class TomorrowsHandbook extends Handbook {
  constructor(name: string) {
    super(name);
    this.version(this.verno + 1000)
      .stores({
        ownOperations: '[device+seq], state, operation.body.entry, operation.body.record, operation.at',
        tasks: 'id',
      })
      .upgrade((transaction) =>
        transaction
          .table('ownOperations')
          .toCollection()
          .modify((row: { migrated?: true }) => void (row.migrated = true)),
      );
  }
}

/** As a later app would: in one transaction, a kind or a field that today's does not know. */
export const writeAsTomorrow = (
  phone: SyncedPhone,
  { kind, body }: Pick<Operation, 'kind' | 'body'>,
): Promise<Operation> =>
  phone.db.transaction('rw', [phone.db.notebook, phone.db.ownOperations, phone.db.entries], async () => {
    const me = (await session(phone.db))!;
    const at = Math.floor(phone.clock.now() / 1000);
    const operation = { device: me.device, seq: me.nextSeq, at, unit: phone.person.unit, kind, body } as Operation;
    await phone.db.ownOperations.add({ device: me.device, seq: me.nextSeq, operation, state: 'waiting' });
    await phone.db.notebook.put({ ...me, nextSeq: me.nextSeq + 1 });
    const entry =
      kind === 'entry.record'
        ? foldEntry([{ operation: operation as never, by: phone.person.id, where: 'onPhone' }])
        : undefined;
    if (entry) await phone.db.entries.put(entry);
    return operation;
  });

/** As a later province would: accepts a kind that today's does not know, under the next number of the commune. */
export const acceptAsTomorrow = (
  { db, clock }: TestProvince,
  { person, commune, operation }: { person: number; commune: string; operation: Operation },
): Promise<AcceptedOperation> =>
  db.transaction().execute(async (tx) => {
    const { device, seq, at, unit, kind, body } = operation;
    const number = (await lockCommune(tx, commune)) + 1;
    const receivedAt = Math.floor(clock.now() / 1000);
    await writeOperations(tx, [
      {
        device,
        seq,
        commune_id: commune,
        number,
        unit_id: unit,
        person_id: person,
        at,
        received_at: receivedAt,
        kind,
        body: JSON.stringify(body),
        more: null,
        refusal_code: null,
        refusal_params: null,
        amendment: null,
        replaced_by: null,
      },
    ]);
    await advanceCommune(tx, commune, number);
    await tx.updateTable('device').set({ highest_seq: seq }).where('number', '=', device).execute();
    return { ...operation, number, by: person, receivedAt };
  });
