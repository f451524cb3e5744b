import { entryOf } from '#model/entry.ts';
import { isKnown, type RecordId } from '#model/operation.ts';
import { isRecordKind, recordOf, type RecordOperation } from '#model/record.ts';
import type {
  AcceptedOperationRow,
  DraftRow,
  EntryRow,
  OwnOperationRow,
  RecordRow,
  SessionRow,
} from '#store/database.ts';
import type { SyncedPhone } from '../support/synced-phone.ts';
import { calledOf, operationsOn } from './saves.ts';
import { must, plain, plainOf } from './violation.ts';
import type { World } from './world.ts';

/** What a phone was seen to hold, and what the province holds of it, at one moment. */
type Look = {
  world: World;
  phone: SyncedPhone;
  called: string;
  me: SessionRow | undefined;
  own: Map<number, OwnOperationRow>;
  atProvince: Set<number>;
  /** Refused at first, and let in by an amendment. */
  amended: Set<number>;
};
type Seen = { device: number; cursors: number[]; states: Map<number, OwnOperationRow['state']> };

/** What was shown as saved is there after whatever happened (rules W1, P7), and says what it said (rule I2). */
const savedStays = ({ world, phone, called, own }: Look): void => {
  for (const saved of world.saves.of(phone.device)) {
    const row = own.get(saved.seq);
    must(row !== undefined, 'lost', () => `${called} no longer has its operation ${saved.seq}`);
    must(plainOf(row.operation) === plainOf(saved), 'wrong', () => `${called} changed its operation ${saved.seq}`);
  }
};

/** Saved is in the outbox or at the province, never neither: what the phone calls settled, the province has (rule S1). */
const savedIsSomewhere = ({ called, own, atProvince }: Look): void => {
  for (const { seq, state } of own.values())
    must(
      state === 'waiting' || atProvince.has(seq),
      'lost',
      () => `${called} calls ${seq} ${state}, and the province never had it`,
    );
};

/** Seqs have no gaps, and the next is not yet given (rule I1). */
const noGaps = ({ called, own, me, phone }: Look): void => {
  const seqs = [...own.keys()].sort((a, b) => a - b);
  must(
    me?.device === phone.device && seqs.every((seq, i) => seq === i + 1) && me.nextSeq === seqs.length + 1,
    'wrong',
    () => `${called} has a gap in its seqs: ${seqs.join()}, then ${me?.nextSeq}`,
  );
};

const recordShows = (called: string, rows: ReadonlyMap<string, RecordRow>, operation: RecordOperation): void => {
  const { device, seq } = operation;
  const steps = rows.get(recordOf(operation))?.steps ?? [];
  const there = steps.filter((step) => step.device === device && step.seq === seq).length;
  must(there === 1, there ? 'doubled' : 'lost', () => `${called} has ${device}-${seq} ${there} times in its record`);
};

/** Row and operation were written together (rule W1): an entry, or a record, shows each of its open operations, and no other of ours. */
const nothingHalfWritten = ({ phone, called, own }: Look): void => {
  const entries = new Map(phone.disk.rows<EntryRow>('entries').map((row) => [row.id, row]));
  const records = new Map(phone.disk.rows<RecordRow>('records').map((row) => [row.id, row]));
  const shown = new Map<string, RecordId>();
  for (const { id, steps } of [...entries.values(), ...records.values()])
    for (const { device, seq } of steps) if (device === phone.device) shown.set(`${device}-${seq}`, id);
  for (const { operation, dealtWith } of own.values()) {
    if (dealtWith) continue;
    if (isRecordKind(operation)) recordShows(called, records, operation);
    if (!isKnown(operation)) continue;
    const name = `${operation.device}-${operation.seq}`;
    const id = entryOf(operation);
    must(!entries.has(id) || shown.get(name) === id, 'wrong', () => `${called} has ${name} in no entry`);
    if (operation.kind === 'entry.record') must(entries.has(id), 'lost', () => `${called} does not show ${id}`);
  }
  for (const name of shown.keys())
    must(own.has(Number(name.split('-')[1])), 'wrong', () => `${called} shows ${name} and has no operation for it`);
};

/** Forms not saved yet are as they were left. */
const draftsSurvive = ({ world, phone, called }: Look): void => {
  const there = new Map(phone.disk.rows<DraftRow>('drafts').map(({ form, value }) => [form, value]));
  const left = world.saves.drafts(phone);
  for (const [form, value] of left)
    must(plain(there.get(form)) === plain(value), 'lost', () => `${called} lost what was typed into ${form}`);
  must(there.size === left.size, 'wrong', () => `${called} kept the draft of a form that was saved`);
};

/** After revocation nothing new comes to the phone; what it has not sent is kept (see savedStays). */
const nothingLeaks = ({ world, phone, called, me }: Look): void => {
  const held = world.revoked.get(phone);
  if (!held) return;
  const accepted = phone.disk.rows<AcceptedOperationRow>('acceptedOperations').length;
  must(
    me?.cursor === held.cursor && accepted === held.accepted,
    'wrong',
    () => `${called} was told something after it was revoked: ${plain({ held, cursor: me?.cursor, accepted })}`,
  );
};

const looks = [savedStays, savedIsSomewhere, noGaps, nothingHalfWritten, draftsSurvive, nothingLeaks];

/** A device never reads backwards (rule L1), and no operation goes back to a state it left. */
const onlyForward = ({ phone, called, me, own, amended }: Look, before: Seen | undefined): Seen => {
  const cursors = [me?.cursor ?? 0, me?.communeCursor ?? 0, me?.provinceCursor ?? 0];
  if (before?.device === phone.device) {
    must(
      cursors.every((cursor, i) => cursor >= before.cursors[i]!),
      'wrong',
      () => `${called} reads backwards: ${before.cursors.join()} → ${cursors.join()}`,
    );
    for (const [seq, state] of before.states)
      must(
        state === 'waiting' ||
          own.get(seq)?.state === state ||
          (state === 'refused' && own.get(seq)?.state === 'received' && amended.has(seq)),
        'wrong',
        () => `${called}: operation ${seq} went from ${state} to ${own.get(seq)?.state}`,
      );
  }
  return { device: phone.device, cursors, states: new Map([...own].map(([seq, { state }]) => [seq, state])) };
};

/** What must hold on a phone after every step, read from its disk. */
export const watchPhones = () => {
  const seen = new Map<SyncedPhone, Seen>();
  return async (world: World, phone: SyncedPhone): Promise<void> => {
    await phone.disk.quiet();
    const settled = await world.province.db
      .selectFrom('operation')
      .select(['seq', 'amendment'])
      .where('device', '=', phone.device)
      .execute();
    const look: Look = {
      world,
      phone,
      called: calledOf(phone),
      me: phone.disk.rows<SessionRow>('notebook').find(({ key }) => key === 'me'),
      own: new Map(operationsOn(phone).map((row) => [row.seq, row])),
      atProvince: new Set(settled.map(({ seq }) => seq)),
      amended: new Set(settled.filter(({ amendment }) => amendment !== null).map(({ seq }) => seq)),
    };
    for (const holds of looks) holds(look);
    seen.set(phone, onlyForward(look, seen.get(phone)));
  };
};
