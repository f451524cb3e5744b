import type { Operation } from '#model/operation.ts';
import { isOfficer, maySaveEntries, type PersonId } from '#model/person.ts';
import type { DecideQuestion, HeldWork } from '#protocol/holding-box.ts';
import type { Receipt } from '#protocol/receipt.ts';
import { protocolVersion } from '#protocol/version.ts';
import type { Caller, Province, ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';
import { noteAct } from './audit.ts';
import { refusing } from './book.ts';
import { addDevice, deviceByNumber, highestDevice, lockDevice } from './devices.ts';
import { heldColumns, heldWork, type HeldRow } from './held-work.ts';
import { settleBatch } from './ledger.ts';
import { personById } from './people.ts';
import { unitInScope } from './scope.ts';
import { newToken } from './secrets.ts';
import type { Settling } from './settle.ts';
import { numbersForgottenAtMost } from './sign-in.ts';
import { registerSigningKey } from './signing-key.ts';

type Officer = Pick<Caller, 'path' | 'person' | 'device'>;
type Outcome = { accepted: number; refused: number };

const decisions = { accept: 'accepted', refuse: 'refused' } as const;

/**
 * Accepts or refuses what is held (rule T2): settled in its device's name, each operation once (rule P3), however many
 * officers decide at once and whatever came by another way. Refused ones are recorded as refused with the reason, so that
 * no seq is missing (rules I1, P5), unless nobody knows whose they are. Deciding the same again changes nothing. Throws
 * Refused with 'role-too-low', 'not-found', 'unit-out-of-scope', 'decided-already' ({by}), 'held-after-gap' ({expected}),
 * 'person-needed', 'device-of-another-person' or 'key-taken'; nothing is changed then.
 */
export const decideHeld = async (
  { db, clock, recordTypes }: Province,
  officer: Officer,
  question: DecideQuestion,
): Promise<HeldWork> => {
  if (!isOfficer(officer.person.role)) throw new Refused('role-too-low');
  const found = await db
    .selectFrom('held_bundle')
    .select(['device', 'commune_id'])
    .where('id', '=', question.id)
    .executeTakeFirst();
  if (!found) throw new Refused('not-found');
  await unitInScope(db, officer, found.commune_id);

  const now = clock.now();
  return db.transaction().execute(async (tx) => {
    // In the order in which a push takes them: first the device, then what is held of it.
    await lockDevice(tx, found.device);
    const row = await tx
      .updateTable('held_bundle')
      .set({
        decided_at: Math.floor(now / 1000),
        decided_by: officer.person.id,
        decision: decisions[question.decision],
        reason: question.decision === 'refuse' ? question.reason : null,
      })
      .where('id', '=', question.id)
      .where('decided_at', 'is', null)
      .returningAll()
      .executeTakeFirst();
    if (!row) return decidedBefore(tx, question);
    const outcome =
      question.decision === 'accept'
        ? await accept(tx, officer, row, question.person, { now, recordTypes })
        : await refuse(tx, row, question.reason, { now, recordTypes });
    const act = question.decision === 'accept' ? 'held.accepted' : 'held.refused';
    const unit = found.commune_id;
    await noteAct(tx, officer, { act, unit, subject: found.device, params: outcome }, Math.floor(now / 1000));
    return settledAs(tx, question.id, outcome);
  });
};

const accept = async (
  tx: ProvinceDatabase,
  officer: Officer,
  row: HeldRow & { body: string },
  named: PersonId | undefined,
  settling: Settling,
): Promise<Outcome> => {
  const at = Math.floor(settling.now / 1000);
  if (row.why === 'device-unknown') await adoptDevice(tx, officer, row, named ?? row.person_id, at);
  return outcomeOf(await settleHeld(tx, row, settling));
};

/** Under an unknown key nothing is written in a device's name, not even a refusal: its seqs are for its own work. */
const refuse = async (
  tx: ProvinceDatabase,
  row: HeldRow & { body: string },
  reason: string,
  settling: Settling,
): Promise<Outcome> => {
  if (row.why === 'device-unknown') return { accepted: 0, refused: row.operations };
  const refusal = refusing('refused-by-officer', { reason });
  return outcomeOf(await settleHeld(tx, row, { ...settling, refusal }));
};

/** The officer has said whose it is: the number is given to that person if it is free, and the key believed from now on. */
const adoptDevice = async (
  tx: ProvinceDatabase,
  officer: Officer,
  { id, device, key }: HeldRow,
  named: PersonId | null,
  at: number,
): Promise<void> => {
  const person = named === null ? undefined : await personById(tx, named);
  if (!person || key === null) throw new Refused('person-needed');
  await unitInScope(tx, officer, person.unit);
  if (!maySaveEntries(person.role)) throw new Refused('person-needed');
  const known = await deviceByNumber(tx, device);
  if (known && known.caller.person.id !== person.id) throw new Refused('device-of-another-person');
  if (!known) {
    if (device > (await highestDevice(tx)) + numbersForgottenAtMost) throw new Refused('not-found');
    // A token nobody has: the phone itself comes in by a new invitation.
    await addDevice(tx, person.id, newToken(), at, device);
  }
  await registerSigningKey(tx, device, key);
  await tx.updateTable('held_bundle').set({ person_id: person.id }).where('id', '=', id).execute();
};

const settleHeld = async (
  tx: ProvinceDatabase,
  row: HeldRow & { body: string },
  settling: Settling,
): Promise<Receipt> => {
  const highest = await lockDevice(tx, row.device);
  const owned = await deviceByNumber(tx, row.device);
  if (highest === undefined || !owned) throw new Refused('not-found');
  if (row.first_seq > highest + 1) throw new Refused('held-after-gap', { expected: highest + 1 });
  const operations = JSON.parse(row.body) as Operation[];
  const push = { version: protocolVersion, device: row.device, waiting: 0, operations };
  return settleBatch(tx, owned.caller, push, { highest, ...settling });
};

const outcomeOf = ({ accepted, refused }: Receipt): Outcome => ({
  accepted: accepted.reduce((sum, [, , count]) => sum + count, 0),
  refused: refused.length,
});

const settledAs = async (tx: ProvinceDatabase, id: string, outcome: Outcome): Promise<HeldWork> => {
  const row = await tx
    .updateTable('held_bundle')
    .set({ outcome: JSON.stringify(outcome) })
    .where('id', '=', id)
    .returning(heldColumns)
    .executeTakeFirstOrThrow();
  return (await heldWork(tx, [row]))[0]!;
};

const decidedBefore = async (tx: ProvinceDatabase, { id, decision }: DecideQuestion): Promise<HeldWork> => {
  const row = await tx.selectFrom('held_bundle').select(heldColumns).where('id', '=', id).executeTakeFirst();
  // A longer run that holds all of it came meanwhile and took its place.
  if (!row) throw new Refused('not-found');
  const [work] = await heldWork(tx, [row]);
  if (row.decision !== decisions[decision]) throw new Refused('decided-already', { by: work!.decided?.by?.name ?? '' });
  return work!;
};
