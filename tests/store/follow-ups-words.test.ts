import { expect, test } from 'vitest';
import { packAll } from '#app/packing.ts';
import { addFollowUp, markFollowUp, turnOnFollowUps } from '#store/follow-ups.ts';
import { setPin } from '#store/pin.ts';
import { recordHelp } from '#store/record-help.ts';
import { keepSignIn } from '#store/keep-sign-in.ts';
import { signingKey } from '#store/signing-key.ts';
import { plain, wholeMemory } from '../support/all-memory.ts';
import { clockAt } from '../support/clock.ts';
import { newHandbook, signInAnswer } from '../support/device.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { provinceSeal } from '../support/province-seal.ts';

const words = ['nhà cuối ngõ', 'Bờ Rào Tím'];

/** Everything this browser keeps, and everything that goes out by hand, opened as the province opens it. */
const everywhere = async (writtenDown: string) => {
  const province = await provinceSeal();
  const [db, clock] = [newHandbook(), clockAt()];
  await signingKey(db);
  await keepSignIn(db, clock, signInAnswer({ sealingKey: province.sealingKey }));
  await setPin(db, '2468');
  const opened = await turnOnFollowUps(db, clock, '2468');
  if (opened.kind !== 'open') throw new Error(opened.kind);
  const hint = `${words.join(', ')} 3`;
  await addFollowUp(db, opened.key, { hint, need: 'level2', when: '2026-11-20' });
  await addFollowUp(db, opened.key, { hint, need: 'install', when: '2026-11-21' });
  await markFollowUp(db, clock, 2, true);

  const saved = await recordHelp(db, clock, eveningInThon2({ note: writtenDown }));
  const packed = await packAll(db, clock);
  if (saved.kind !== 'saved' || packed.kind !== 'packed') throw new Error('Nothing was packed');
  const bundles = await Promise.all(packed.bundles.map(({ text }) => province.open(text)));
  return { memory: await wholeMemory(), bundles: plain(bundles) };
};
const found = (text: string) => words.filter((word) => text.includes(word));

test('the words of the list stand in no database and in no bundle', async () => {
  const { memory, bundles } = await everywhere('Đến từng nhà');
  expect(memory).toContain('Đến từng nhà');
  expect(bundles).toContain('Đến từng nhà');
  expect(found(memory)).toEqual([]);
  expect(found(bundles)).toEqual([]);
});

test('written down unsealed they would be found: in a database, in a bundle, as text, and as bytes', async () => {
  const { memory, bundles } = await everywhere(words.join('; '));
  expect(found(memory)).toEqual(words);
  expect(found(bundles)).toEqual(words);
  for (const encoding of ['utf8', 'utf16le'] as const)
    expect(found(plain({ box: new Uint8Array(Buffer.from(`x${words.join()}`, encoding)) }))).toEqual(words);
});
