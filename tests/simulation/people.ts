import { deepStrictEqual } from 'node:assert/strict';
import { dayInVietnam } from '#model/day.ts';
import { newestRevision } from '#model/entry.ts';
import type { Operation } from '#model/operation.ts';
import { tidyContent, type EntryContent } from '#model/entry-content.ts';
import { isOfficer, mayChangeEntry } from '#model/person.ts';
import { correctEntry } from '#store/correct-entry.ts';
import type { EntryRow, Handbook } from '#store/database.ts';
import { keepDraft } from '#store/draft.ts';
import { outbox } from '#store/outbox.ts';
import { recordHelp } from '#store/record-help.ts';
import { sendAgain, setAside } from '#store/send-again.ts';
import { wantView } from '#store/views.ts';
import { withdrawEntry } from '#store/withdraw-entry.ts';
import type { Written } from '#store/write-change.ts';
import { likelyContent } from '../support/likely.ts';
import type { SyncedPhone } from '../support/synced-phone.ts';
import { writeSomething } from './record-deeds.ts';
import { operationsOn } from './saves.ts';
import { must } from './violation.ts';
import { commune, type World } from './world.ts';

/** Days of the month before and of this one; the former may be closed at any moment. */
const daysWorked = ['2026-10-08', '2026-10-14', '2026-10-15', '2026-11-01', '2026-11-11'];
/** The form in which help is recorded, as the log names it. */
export const logForm = 'log';
export const figuresPage = `/api/figures?unit=${commune}&period=2026-11`;
export const ticksPage = `/api/records?type=progress&unit=${commune}`;

const contentOf = (world: World, phone: SyncedPhone): EntryContent => {
  const content = likelyContent(world.chance, Math.floor(phone.clock.now() / 1000));
  const today = dayInVietnam(world.province.clock.now());
  // Who has the wrong day on the phone writes it down now and then; else people know what day it is.
  const date = content.date < today || world.happens(0.1) ? content.date : today;
  return { ...content, date: world.happens(0.4) ? world.oneOf(daysWorked) : date };
};

const told = (world: World, phone: SyncedPhone, what: string, written: Written, draft?: string): Written => {
  const result = written.kind === 'saved' ? `${written.entry} as ${written.seq}` : JSON.stringify(written);
  world.tell(phone, `${what}: ${result}`);
  world.saves.told(phone, written, draft);
  return written;
};

type Deed = (world: World, phone: SyncedPhone, db: Handbook) => Promise<Written | void>;

const record: Deed = async (world, phone, db) => {
  const content = contentOf(world, phone);
  const written = told(world, phone, 'records', await recordHelp(db, phone.clock, content));
  if (written.kind !== 'saved') return written;
  const row = operationsOn(phone).find(({ seq }) => seq === written.seq);
  deepStrictEqual(row!.operation.body, tidyContent(content));
  return written;
};

/** Types into the log and leaves it, to be saved later or never. */
export const type: Deed = async (world, phone, db) => {
  const content = contentOf(world, phone);
  world.saves.typed(phone, logForm, content);
  const kept = await keepDraft(db, phone.clock, logForm, content);
  world.tell(phone, `types into the log: ${kept.kind}`);
  if (kept.kind !== 'kept') world.saves.lookAgain(phone);
};

/** Saves what stands in the log. */
export const saveDraft: Deed = async (world, phone, db) => {
  if (!world.saves.drafts(phone).has(logForm)) await type(world, phone, db);
  const content = world.saves.drafts(phone).get(logForm) as EntryContent | undefined;
  if (!content) return;
  const written = await recordHelp(db, phone.clock, content, { draft: logForm });
  return told(world, phone, 'saves the log', written, logForm);
};

/** Entries this person may change, as they lie on the phone. */
const changeable = ({ person, disk }: SyncedPhone): EntryRow[] =>
  disk.rows<EntryRow>('entries').filter(({ entry }) => !entry.withdrawal && mayChangeEntry(person, entry));

const correct: Deed = async (world, phone, db) => {
  const rows = changeable(phone);
  if (rows.length === 0) return record(world, phone, db);
  const { id, entry } = world.oneOf(rows);
  const { content } = newestRevision(entry);
  const counts = { ...content.counts, VNEID_CAI: 1 + world.below(40) };
  const corrected = world.happens(0.3) ? contentOf(world, phone) : { ...content, counts };
  const correction = { entry: id, content: corrected, reason: 'Đếm lại' };
  return told(world, phone, `corrects ${id}`, await correctEntry(db, phone.clock, correction));
};

const withdraw: Deed = async (world, phone, db) => {
  const rows = changeable(phone);
  if (rows.length === 0) return;
  const { id } = world.oneOf(rows);
  const written = await withdrawEntry(db, phone.clock, { entry: id, reason: 'Ghi trùng' });
  return told(world, phone, `withdraws ${id}`, written);
};

const writeRecords: Deed = async (world, phone, db) => {
  const { what, written } = await writeSomething(world, phone, db);
  return told(world, phone, what, written);
};

/** Opens the pages of an officer. */
export const lookAtPages = async (phone: SyncedPhone): Promise<void> => {
  for (const page of [figuresPage, ticksPage]) await wantView(phone.db, phone.clock, page);
};

/** What a person may deal with when the province refused it. */
export const canBeDealtWith = ({ kind }: Operation): boolean => kind.startsWith('entry.') || isRecord(kind);
const isRecord = (kind: string): boolean => kind === 'record.write';

/** Deals with one of the refused: once more, or not. */
export const dealWithRefused = async (
  world: World,
  phone: SyncedPhone,
  db: Handbook,
  again: boolean,
): Promise<boolean> => {
  const { attention } = await outbox(db);
  const refused = attention.find(({ operation }) => canBeDealtWith(operation));
  if (!refused) return false;
  const written = await (again ? sendAgain : setAside)(db, phone.clock, refused);
  told(world, phone, `${again ? 'sends again' : 'lets go'} ${refused.seq}`, written);
  return true;
};

/** Both thumbs: two forms saved in the same moment, on whatever tabs there are. */
const recordTwice: Deed = async (world, phone, db) => {
  const other = phone.tabs[phone.tabs.length - 1]!.db;
  await Promise.all([record(world, phone, db), record(world, phone, other)]);
};

const deeds: readonly (readonly [number, Deed])[] = [
  [40, record],
  [15, saveDraft],
  [25, correct],
  [10, withdraw],
  [5, type],
  [6, async (world, phone, db) => void (await dealWithRefused(world, phone, db, world.happens(0.5)))],
  [8, recordTwice],
  [40, writeRecords],
];

/** One thing a person does, on one of the phone's open tabs. Nothing, when the app is closed. */
export const act = async (world: World, phone: SyncedPhone): Promise<void> => {
  if (phone.tabs.length === 0) return;
  const { db } = world.oneOf(phone.tabs);
  if (isOfficer(phone.person.role)) {
    if (world.happens(0.3)) return lookAtPages(phone);
    return void (await writeRecords(world, phone, db));
  }
  await world.weighted(deeds)(world, phone, db);
};

const saves: readonly (readonly [number, Deed])[] = [
  [2, record],
  [2, saveDraft],
  [1, correct],
  [3, writeRecords],
];

/** A save, whatever the person does otherwise. */
export const save = async (world: World, phone: SyncedPhone): Promise<Written | void> =>
  phone.tabs.length > 0
    ? world.weighted<Deed>(isOfficer(phone.person.role) ? [[1, writeRecords]] : saves)(
        world,
        phone,
        world.oneOf(phone.tabs).db,
      )
    : undefined;

/** One more beside it, from another form. */
export const saveBeside = async (world: World, phone: SyncedPhone): Promise<Written | void> =>
  phone.tabs.length > 0
    ? (isOfficer(phone.person.role) ? writeRecords : record)(world, phone, phone.tabs[phone.tabs.length - 1]!.db)
    : undefined;

/** Only a broken promise is news of a browser that was killed over it. */
export const unlessKilled = async (phone: SyncedPhone, work: Promise<unknown>): Promise<void> => {
  try {
    await work;
  } catch (error) {
    must(phone.tabs.length === 0, 'wrong', () => String((error as Error).stack ?? error));
  }
};
