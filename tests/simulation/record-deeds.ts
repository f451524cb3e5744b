import { isOfficer } from '#model/person.ts';
import type { EditableRecord, RecordOperation } from '#model/record.ts';
import type { RecordDefinition } from '#model/record-definition.ts';
import { obstacle } from '#model/records/obstacle.ts';
import { progressDefinition } from '#model/records/progress.ts';
import { taskDefinition } from '#model/records/task.ts';
import type { AcceptedOperationRow, Handbook, RecordRow } from '#store/database.ts';
import { writeRecord, type RecordChange } from '#store/write-record.ts';
import type { Written } from '#store/write-change.ts';
import type { SyncedPhone } from '../support/synced-phone.ts';
import { openIn } from './recomputation-of-records.ts';
import { nameOf, operationsOn } from './saves.ts';
import { must } from './violation.ts';
import type { World } from './world.ts';

/** What somebody wants to write into a record, and what people would call that. */
type Intent = { what: string; definition: RecordDefinition; unit: string; change: RecordChange };

/** Few, so that several people tick the same without knowing of each other. */
const ticked = ['progress:loa-phat-thanh', 'progress:lap-danh-sach'];
const rounds = ['2026-10', '2026-11', '2026-11-09'];
const texts = ['Đã xong', 'Còn ba hộ', 'Mai làm tiếp', ''];

const rowsOf = ({ disk }: SyncedPhone, type: string): RecordRow[] =>
  disk.rows<RecordRow>('records').filter((row) => row.type === type);

const oneOrNone = <T>({ oneOf }: World, all: readonly T[]): T | undefined => (all.length > 0 ? oneOf(all) : undefined);

const tick = (world: World, { person: { unit } }: SyncedPhone): Intent => {
  const record = `${world.oneOf(ticked)}:${unit}:${world.oneOf(rounds)}`;
  const set = world.weighted([
    [5, { done: world.happens(0.7) }],
    [3, { [`step.${world.below(3)}`]: world.happens(0.7) }],
    [2, { note: world.oneOf(texts) }],
    [1, { done: false, reason: world.oneOf(['mat-song', 'chua-co-may', null]), note: world.oneOf(texts) }],
  ] as const);
  return { what: 'ticks', definition: progressDefinition, unit, change: { record, set } };
};

const raise = (world: World, { person: { unit } }: SyncedPhone): Intent => ({
  what: 'raises',
  definition: obstacle,
  unit,
  change: { set: { kind: 'khong-co-song', asked: 'cong-an-xa', people: world.below(20), text: world.oneOf(texts) } },
});

const goOnAbout = (world: World, phone: SyncedPhone): Intent => {
  const row = oneOrNone(world, rowsOf(phone, 'obstacle'));
  if (!row) return raise(world, phone);
  const { unit } = phone.person;
  const change = world.weighted<Omit<RecordChange, 'record'>>([
    [2, { add: { said: { from: 'village', kind: world.oneOf(['note', 'stuck']), text: world.oneOf(texts) } } }],
    [2, { set: { people: world.below(20) } }],
    [1, { set: { solved: world.happens(0.7) } }],
  ]);
  return { what: `goes on about ${row.id}`, definition: obstacle, unit, change: { record: row.id, ...change } };
};

const assign = (world: World, { person: { unit } }: SyncedPhone): Intent => ({
  what: 'assigns',
  definition: taskDefinition,
  unit,
  change: { set: { title: `Việc ${world.below(100)}`, units: 'all', steps: ['Lập danh sách'] } },
});

const changeTask = (world: World, phone: SyncedPhone): Intent => {
  const { unit } = phone.person;
  const row = oneOrNone(
    world,
    rowsOf(phone, 'task').filter((task) => task.unit === unit),
  );
  if (!row) return assign(world, phone);
  const set = world.weighted([
    [3, { title: `Việc ${world.below(100)}` }],
    [2, { note: world.oneOf(texts), cancelled: world.happens(0.5) }],
  ] as const);
  return { what: `changes ${row.id}`, definition: taskDefinition, unit, change: { record: row.id, set } };
};

const answer = (world: World, phone: SyncedPhone): Intent => {
  const row = oneOrNone(world, rowsOf(phone, 'obstacle'));
  if (!row) return changeTask(world, phone);
  const said = { from: 'commune', kind: 'answer', text: 'Mai có đoàn' };
  const passed = { deadline: '2027-06-30', why: world.oneOf(texts) };
  const change = world.happens(0.6) ? { add: { said } } : { set: { passed: world.happens(0.8) ? passed : null } };
  return {
    what: `answers ${row.id}`,
    definition: obstacle,
    unit: row.unit,
    change: { record: row.id, ...change },
  };
};

const intents = {
  team: [
    [6, tick],
    [2, raise],
    [3, goOnAbout],
  ],
  officer: [
    [2, assign],
    [4, changeTask],
    [4, answer],
  ],
} as const;

/** Every write to this record that lies on the phone, by name. */
const writesTo = (phone: SyncedPhone, id: string): Map<string, RecordOperation> => {
  const own = operationsOn(phone).map(({ operation }) => operation);
  const all = [...own, ...phone.disk.rows<AcceptedOperationRow>('acceptedOperations')] as RecordOperation[];
  const ofRecord = all.filter((one) => one.kind === 'record.write' && (one.body.record ?? nameOf(one)) === id);
  return new Map(ofRecord.map((one) => [nameOf(one), one]));
};

/** Who writes a field replaces what stood before them, and nothing that was not on their phone (rule M2). */
const replacesWhatWasSeen = (phone: SyncedPhone, before: EditableRecord | undefined, id: string, seq: number): void => {
  const writes = writesTo(phone, id);
  const { body } = writes.get(nameOf({ device: phone.device, seq }))!;
  for (const [field, names] of Object.entries(body.seen ?? {}))
    for (const name of names)
      must(
        writes.get(name)?.body.set?.[field] !== undefined,
        'lost',
        () => `${phone.device}-${seq} replaces ${name}, which was never seen there (rule M2)`,
      );
  const after = phone.disk.rows<RecordRow>('records').find((row) => row.id === id)!.record;
  for (const field of Object.keys(body.set ?? {})) {
    const stood = openIn(before?.fields[field] ?? []).map(({ op }) => op);
    const stands = openIn(after.fields[field] ?? []).map(({ op }) => op);
    const left = stood.filter((op) => stands.includes(op));
    must(left.length === 0, 'wrong', () => `${phone.device}-${seq} leaves ${left.join()} flagged, which it had seen`);
  }
};

/** Something a person writes into an editable record, on this tab. */
export const writeSomething = async (
  world: World,
  phone: SyncedPhone,
  db: Handbook,
): Promise<{ what: string; written: Written }> => {
  const intent = world.weighted<(world: World, phone: SyncedPhone) => Intent>(
    intents[isOfficer(phone.person.role) ? 'officer' : 'team'],
  )(world, phone);
  const { definition, unit, change } = intent;
  const stood = phone.disk.rows<RecordRow>('records').find(({ id }) => id === change.record)?.record;
  const written = await writeRecord(db, phone.clock, definition, unit, change);
  if (written.kind === 'saved') replacesWhatWasSeen(phone, stood, written.entry, written.seq);
  return { what: intent.what, written };
};
