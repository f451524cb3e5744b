import { deepStrictEqual } from 'node:assert/strict';
import { dayInVietnam } from '#model/day.ts';
import { newestRevision } from '#model/entry.ts';
import { tidyContent, type EntryContent } from '#model/entry-content.ts';
import { mayChangeEntry } from '#model/person.ts';
import { correctEntry } from '#store/correct-entry.ts';
import type { Handbook } from '#store/database.ts';
import { outbox } from '#store/outbox.ts';
import { recordHelp } from '#store/record-help.ts';
import { sendAgain, setAside } from '#store/send-again.ts';
import { withdrawEntry } from '#store/withdraw-entry.ts';
import type { Written } from '#store/write-change.ts';
import { likelyContent } from '../support/entries.ts';
import type { SyncedPhone } from '../support/synced-phone.ts';
import { calledOf, type World } from './world.ts';

/** Days of the month before and of this one; the former may be closed at any moment. */
const daysWorked = ['2026-10-08', '2026-10-14', '2026-10-15', '2026-11-01', '2026-11-11'];

const contentOf = (world: World, phone: SyncedPhone): EntryContent => {
  const content = likelyContent(world.chance, Math.floor(phone.clock.now() / 1000));
  const today = dayInVietnam(world.province.clock.now());
  return {
    ...content,
    date: world.happens(0.4) ? world.oneOf(daysWorked) : content.date < today ? content.date : today,
  };
};

const tell = (world: World, phone: SyncedPhone, what: string, written: Written) => {
  const result = written.kind === 'saved' ? `${written.entry} as ${written.seq}` : JSON.stringify(written);
  world.steps.push(`${calledOf(phone)} ${what}: ${result}`);
};

const record = async (world: World, phone: SyncedPhone, db: Handbook): Promise<void> => {
  const content = contentOf(world, phone);
  const written = await recordHelp(db, phone.clock, content);
  await world.saves.note(db, phone.device, written);
  tell(world, phone, 'records', written);
  if (written.kind !== 'saved') return;
  const row = await db.ownOperations.get([phone.device, written.seq]);
  deepStrictEqual(row!.operation.body, tidyContent(content));
};

const changeable = async ({ person }: SyncedPhone, db: Handbook) =>
  (await db.entries.toArray()).filter(({ entry }) => !entry.withdrawal && mayChangeEntry(person, entry));

const correct = async (world: World, phone: SyncedPhone, db: Handbook): Promise<void> => {
  const rows = await changeable(phone, db);
  if (rows.length === 0) return record(world, phone, db);
  const { id, entry } = world.oneOf(rows);
  const { content } = newestRevision(entry);
  const counts = { ...content.counts, VNEID_CAI: 1 + world.below(40) };
  const corrected = world.happens(0.3) ? contentOf(world, phone) : { ...content, counts };
  const written = await correctEntry(db, phone.clock, { entry: id, content: corrected, reason: 'Đếm lại' });
  await world.saves.note(db, phone.device, written);
  tell(world, phone, `corrects ${id}`, written);
};

const withdraw = async (world: World, phone: SyncedPhone, db: Handbook): Promise<void> => {
  const rows = await changeable(phone, db);
  if (rows.length === 0) return;
  const { id } = world.oneOf(rows);
  const written = await withdrawEntry(db, phone.clock, { entry: id, reason: 'Ghi trùng' });
  await world.saves.note(db, phone.device, written);
  tell(world, phone, `withdraws ${id}`, written);
};

/** Deals with one of the refused: once more, or not. */
export const dealWithRefused = async (
  world: World,
  phone: SyncedPhone,
  db: Handbook,
  again: boolean,
): Promise<boolean> => {
  const [refused] = (await outbox(db)).attention;
  if (!refused) return false;
  const written = await (again ? sendAgain : setAside)(db, phone.clock, refused);
  await world.saves.note(db, phone.device, written);
  tell(world, phone, `${again ? 'sends again' : 'lets go'} ${refused.seq}`, written);
  return true;
};

/** One thing a person does, on one of the phone's open tabs. */
export const act = async (world: World, phone: SyncedPhone): Promise<void> => {
  const { db } = world.oneOf(phone.tabs);
  const deed = world.weighted([
    [55, record],
    [25, correct],
    [10, withdraw],
    [6, async () => void (await dealWithRefused(world, phone, db, world.happens(0.5)))],
    [
      8,
      // Both thumbs: two forms saved in the same moment, on whatever tabs there are.
      async () => {
        const other = phone.tabs[phone.tabs.length - 1]!.db;
        await Promise.all([record(world, phone, db), record(world, phone, other)]);
      },
    ],
  ] as const);
  await deed(world, phone, db);
};
