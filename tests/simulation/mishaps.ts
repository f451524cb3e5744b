import type { Operation } from '#model/operation.ts';
import { isOfficer } from '#model/person.ts';
import type { SessionRow } from '#store/database.ts';
import { revokeDevice } from '#server/storage/devices.ts';
import { likelyContent } from '../support/likely.ts';
import type { SyncedPhone } from '../support/synced-phone.ts';
import type { MishapName } from './faults.ts';
import { save, saveBeside, saveDraft, type, unlessKilled } from './people.ts';
import { operationsOn } from './saves.ts';
import { acceptAsTomorrow, TomorrowsHandbook, writeAsTomorrow } from './tomorrow.ts';
import { must, plain } from './violation.ts';
import { commune, type World } from './world.ts';

type Mishap = (world: World, phone: SyncedPhone) => Promise<void>;

/** Opens the app after the browser was killed, if it was. */
export const reopen: Mishap = async (world, phone) => {
  if (phone.tabs.length > 0) return;
  await phone.buried();
  world.saves.lookAgain(phone);
  world.tell(phone, 'opens the app again');
  phone.openTab();
  if (world.happens(0.3)) phone.openTab();
  await phone.wait(0);
};

/** At any statement of the request, before its commit, or between commit and answer. */
const serverKilled: Mishap = async (world, phone) => {
  await save(world, phone);
  const before = world.oneOf(['commit', 'answer', world.below(16)] as const);
  world.server.endOver({ before, lastWord: world.happens(0.5) });
  world.tell(phone, 'syncs, and the server ends over a request');
  await phone.sync();
};

/** At any step of any transaction: of a save, of a sync, of both. */
const browserKilled: Mishap = async (world, phone) => {
  world.tell(phone, 'is about to be killed');
  phone.disk.dieAfter(world.below(14), phone.die);
  await unlessKilled(phone, Promise.all([save(world, phone), ...(world.happens(0.5) ? [phone.sync()] : [])]));
  if (phone.tabs.length > 0) phone.die();
  world.meet('browserKilled');
  await reopen(world, phone);
};

/** Both save, both want to send, and now and then the first is closed over it. */
const twoTabs: Mishap = async (world, phone) => {
  while (phone.tabs.length < 2) phone.openTab();
  world.tell(phone, `has ${phone.tabs.length} tabs`);
  world.meet('twoTabs');
  const closing = world.happens(0.4) ? [phone.tabs[0]!.close()] : [];
  await unlessKilled(phone, Promise.all([save(world, phone), saveBeside(world, phone), phone.sync(), ...closing]));
  await phone.sync();
};

const thirtyDays = 30 * 24 * 3600_000;

/** Up to thirty days off, this way or that, from one moment to the next. */
const wrongClock: Mishap = async (world, phone) => {
  const by = Math.round((world.chance() * 2 - 1) * thirtyDays);
  phone.clock.misset(by);
  world.meet('wrongClock');
  world.tell(phone, `has its clock moved by ${Math.round(by / 3600_000)} h`);
  await save(world, phone);
  if (world.happens(0.5)) await phone.sync();
};

/** Every operation and the seq that comes next; where they are may change meanwhile, as tabs go on syncing. */
const written = (phone: SyncedPhone): string =>
  plain([
    operationsOn(phone).map(({ operation }) => operation),
    phone.disk.rows<SessionRow>('notebook').find(({ key }) => key === 'me')?.nextSeq,
  ]);

/** A save that the storage refuses says so, and leaves nothing half-written (rule W2). */
const fullDisk: Mishap = async (world, phone) => {
  await phone.disk.quiet();
  phone.disk.fill(world.oneOf(['write', 'commit'] as const), world.below(4));
  for (let i = 0; i < 2; i++) {
    const [before, refusals] = [written(phone), phone.disk.refusals()];
    const outcome = await save(world, phone);
    await phone.disk.quiet();
    if (phone.disk.refusals() === refusals || !outcome) continue;
    world.meet('fullDisk');
    if (outcome.kind === 'saved') continue;
    must(
      outcome.kind === 'not-stored' && outcome.why === 'full',
      'wrong',
      () => `Said of a full phone: ${plain(outcome)}`,
    );
    must(written(phone) === before, 'wrong', () => 'A save that failed left something behind (rule W2)');
  }
  world.tell(phone, 'is full');
  if (world.happens(0.5)) await phone.sync();
  phone.disk.free();
};

const revoke = async (world: World, phone: SyncedPhone): Promise<void> => {
  await revokeDevice(world.province.db, phone.device, Math.floor(world.province.clock.now() / 1000));
  const me = phone.disk.rows<SessionRow>('notebook').find(({ key }) => key === 'me');
  world.revoked.set(phone, { cursor: me?.cursor ?? 0, accepted: phone.disk.rows('acceptedOperations').length });
  world.meet('revoked');
  world.tell(phone, 'is revoked');
};

/** A new invitation to somebody whose phone was revoked: it goes on where it was. */
export const letInAgain: Mishap = async (world, phone) => {
  if (!world.revoked.delete(phone)) return;
  world.tell(phone, 'is let in again');
  await phone.signInAgain();
};

/** Between two requests or in the middle of one; people go on writing, and may be let in again. */
const revoked: Mishap = async (world, phone) => {
  if (world.revoked.has(phone)) return letInAgain(world, phone);
  await save(world, phone);
  if (world.happens(0.5)) world.amid.set(phone, () => revoke(world, phone));
  await phone.sync();
  world.amid.delete(phone);
  if (!world.revoked.has(phone)) await revoke(world, phone);
  await save(world, phone);
  await phone.sync();
};

/** Another version of the memory is opened, beside a tab of the one before or alone, and may be killed over it. */
const migration: Mishap = async (world, phone) => {
  await save(world, phone);
  const old = world.happens(0.5) ? phone.tabs[0] : undefined;
  for (const tab of phone.tabs.filter((open) => open !== old)) await tab.close();
  // What Dexie does by itself, without its word on the console.
  old?.db.on('versionchange', () => {
    old.db.close({ disableAutoOpen: false });
    return false;
  });
  phone.update((name) => new TomorrowsHandbook(name));
  world.tell(phone, `migrates${old ? ', with an old tab open' : ''}`);
  world.meet('migration');
  if (world.faults.includes('browserKilled')) phone.disk.dieAfter(world.below(12), phone.die);
  phone.openTab();
  await phone.wait(0);
  await unlessKilled(phone, save(world, phone));
  phone.disk.spare();
  await reopen(world, phone);
  if (old && phone.tabs.includes(old)) await old.close();
};

/** A new app takes over while a form is not saved: all tabs are closed and opened again. */
const update: Mishap = async (world, phone) => {
  if (isOfficer(phone.person.role)) return;
  await type(world, phone, phone.db);
  world.tell(phone, 'is updated');
  world.meet('update');
  await phone.switchOff();
  phone.openTab();
  await phone.wait(0);
  if (world.happens(0.7)) await saveDraft(world, phone, phone.db);
};

/** The province is newer than this app: it knows kinds and fields of which the app has never heard. */
const newerProvince: Mishap = async (world, phone) => {
  const { province, saves } = world;
  const newer = await province.phoneOf(phone.person);
  const at = Math.floor(province.clock.now() / 1000);
  const head = { device: newer.device, unit: phone.person.unit, at };
  const body = { ...likelyContent(world.chance, at), date: '2026-11-11', photo: { of: 'poster', pixels: [1, 2, 3] } };
  if (!isOfficer(phone.person.role)) {
    const record: Operation = { ...head, seq: 1, kind: 'entry.record', body };
    saves.add(record);
    await province.push(newer, [record]);
  }
  const tick: Operation = {
    ...head,
    seq: isOfficer(phone.person.role) ? 1 : 2,
    kind: 'task.tick',
    body: { task: '3-1', done: true },
  };
  world.fromTomorrow.push(await acceptAsTomorrow(province, { person: phone.person.id, commune, operation: tick }));
  world.tell(phone, `has a colleague with a newer app, máy ${newer.device}`);
  world.meet('newerProvince');
  await phone.sync();
};

/** This app is newer than the province: what that does not know it refuses by name, and holds up nothing behind it. */
const newerApp: Mishap = async (world, phone) => {
  if (isOfficer(phone.person.role)) return;
  const at = Math.floor(phone.clock.now() / 1000);
  const body = { ...likelyContent(world.chance, at), date: '2026-11-10', photo: { of: 'evening', pixels: [4, 5] } };
  world.saves.add(await writeAsTomorrow(phone, { kind: 'entry.record', body }));
  world.saves.add(await writeAsTomorrow(phone, { kind: 'obstacle.report', body: { what: 'Không có sóng' } }));
  world.tell(phone, 'writes what the province does not know');
  world.meet('newerApp');
  await save(world, phone);
  await phone.sync();
};

/** The browser throws everything of this origin away; the person is taken in anew, as on a phone nobody has used. */
const eviction: Mishap = async (world, phone) => {
  await save(world, phone);
  await phone.switchOff();
  const unsent = world.saves.forgotten(phone);
  await phone.disk.erase();
  world.revoked.delete(phone);
  world.tell(phone, `forgets everything; not sent: ${unsent.map(({ seq }) => seq).join() || 'nothing'}`);
  world.meet('eviction');
  phone.openTab();
  await phone.signInAgain();
};

export const mishaps: Record<MishapName, Mishap> = {
  serverKilled,
  browserKilled,
  twoTabs,
  wrongClock,
  fullDisk,
  revoked,
  migration,
  update,
  newerProvince,
  newerApp,
  eviction,
};
