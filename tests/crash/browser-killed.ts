import { existsSync } from 'node:fs';
import { build } from 'vite';
import { checkSums } from '#server/storage/check-sums.ts';
import { invite } from '#server/storage/invitations.ts';
import { addPerson } from '#server/storage/people.ts';
import { unitsOfLevel } from '#server/storage/units.ts';
import { newPhone, type Phone } from '../support/phone.ts';
import type { Kind, Tally } from './kind.ts';
import { mortalServer } from './mortal-server.ts';
import { mustBeWhole, readMemory, type PhoneMemory } from './phone-memory.ts';
import { saveManyTimes, signIn } from './saving-hand.ts';
import { embeddedStorage, type Storage } from './storages.ts';

/** More than a browser lives to save. */
const manyASpell = 100;
const longestLife = 1_500;

const pause = (milliseconds: number) => new Promise<void>((later) => setTimeout(later, milliseconds));

const invitationTo = async (storage: Storage): Promise<string> => {
  const [db, at] = [storage.open(), Math.floor(Date.now() / 1000)];
  try {
    const [village] = await unitsOfLevel(db, 'village');
    const person = await addPerson(db, { name: 'Lê Thị Hoa', role: 'villageMember', unit: village!.id }, at);
    return await invite(db, person.id, at);
  } finally {
    await db.destroy();
  }
};

/** Read where no app runs: nothing is written or sent meanwhile. */
const memoryOf = async (phone: Phone, url: string): Promise<PhoneMemory> => {
  const page = await phone.tab(`${url}/manifest.webmanifest`);
  const memory = await readMemory(page);
  await page.close();
  return memory;
};

/** Waits until nothing on the phone waits, the app being open. */
const drained = async (phone: Phone, url: string): Promise<PhoneMemory> => {
  const app = await phone.tab(url);
  for (const deadline = Date.now() + 120_000; ;) {
    const memory = await memoryOf(phone, url);
    if (memory.operations.every(({ state }) => state !== 'waiting')) {
      await app.close();
      return memory;
    }
    if (Date.now() > deadline) throw new Error('P6: the outbox does not drain');
    await pause(300);
  }
};

const count = async (storage: Storage, shown: ReadonlySet<number>, { operations }: PhoneMemory) => {
  const db = storage.open();
  try {
    const wrong = await checkSums(db);
    if (wrong.length > 0) throw new Error(`S2: sums are not those of the operations: ${JSON.stringify(wrong)}`);
    const { device } = operations[0]!;
    const rows = await db.selectFrom('operation').selectAll().where('device', '=', device).execute();
    const held = new Set(rows.filter(({ number }) => number !== null).map(({ seq }) => seq));
    const bodies = new Set(rows.map(({ body }) => body));
    const saved = operations.map(({ seq }) => seq);
    return {
      lost: new Set([...shown, ...saved].filter((seq) => !held.has(seq))).size,
      doubled: rows.length - bodies.size + [...held].filter((seq) => !saved.includes(seq)).length,
    };
  } finally {
    await db.destroy();
  }
};

/**
 * A real Chromium with the real build, its whole process group killed by SIGKILL while a hand saves on the form and the app
 * sends (rules W1, P3). Whatever the screen called saved before is there afterwards, nothing is half there, and in the end
 * the province has each once.
 */
export const browserKilled: Kind['run'] = async (kills, { chance }, say): Promise<Tally> => {
  if (!existsSync('dist/index.html')) await build({ logLevel: 'warn' });
  const storage = await embeddedStorage();
  const server = mortalServer(storage.env);
  const shown = new Set<number>();
  let phone: Phone | undefined;
  try {
    const url = `http://localhost:${await server.start()}`;
    phone = await newPhone();
    await signIn(await phone.tab(url), await invitationTo(storage));
    for (let kill = 1; kill <= kills; kill += 1) {
      const page = await phone.tab(`${url}/ghi`);
      const started = shown.size;
      const hand = saveManyTimes(page, { first: kill * manyASpell, many: manyASpell }, (seq) => void shown.add(seq));
      // The form stands and the first is saved; from then on the end may come at any moment.
      while (shown.size === started) await Promise.race([pause(20), hand]);
      await pause(chance() * longestLife);
      await phone.switchOff('battery');
      await hand;
      await phone.switchOn();
      const memory = await memoryOf(phone, url);
      mustBeWhole(memory);
      const gone = [...shown].filter((seq) => !memory.operations.some((row) => row.seq === seq));
      if (gone.length > 0) return { kills: kill, acknowledged: shown.size, lost: gone.length, doubled: 0 };
      if (kill % 10 === 0) say(`  ${kill} of ${kills} kills`);
    }
    const memory = await drained(phone, url);
    mustBeWhole(memory);
    return { kills, acknowledged: shown.size, ...(await count(storage, shown, memory)) };
  } finally {
    await phone?.remove();
    await server.end();
    await storage.remove();
  }
};
