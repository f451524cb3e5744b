import { expect, test } from 'vitest';
import { draft, draftsOpen, dropDraft, keepDraft } from '#store/draft.ts';
import { installState, noteInstall } from '#store/install.ts';
import { askToSend, link } from '#store/link.ts';
import { createMemory } from '#store/memory.ts';
import { askForPersistence, persistence, storageUse } from '#store/persistence.ts';
import { view, wantedViews, wantView } from '#store/views.ts';
import { clockAt } from '../support/clock.ts';
import { hoasPhone, newHandbook } from '../support/device.ts';

test('a draft is kept on every change and dropped by a person', async () => {
  const [db, clock] = [newHandbook(), clockAt()];
  await keepDraft(db, clock, 'log', { note: 'M' });
  clock.pass(1000);
  await keepDraft(db, clock, 'log', { note: 'Mưa' });
  expect(await draft(db, 'log')).toEqual({ form: 'log', value: { note: 'Mưa' }, changedAt: clock.now() });
  expect(await draftsOpen(db)).toBe(1);
  await dropDraft(db, 'log');
  expect(await draftsOpen(db)).toBe(0);
});

test('W2: a draft that the full phone does not take is said so, and the former one stays', async () => {
  const [db, clock] = [newHandbook(), clockAt()];
  await keepDraft(db, clock, 'log', { note: 'M' });
  db.drafts.hook('updating', () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  });
  expect(await keepDraft(db, clock, 'log', { note: 'Mưa' })).toEqual({ kind: 'not-stored', why: 'full' });
  expect((await draft(db, 'log'))?.value).toEqual({ note: 'M' });
});

test('what is known of the link comes from tries alone, and keeps the last success', async () => {
  const { db, clock } = await hoasPhone();
  const memory = createMemory(db, clock);
  expect(await link(db)).toMatchObject({ lastTriedAt: null, lastSucceededAt: null, trouble: null });
  await askToSend(db, clock);
  await memory.note({ kind: 'trying', at: 1 });
  expect(await link(db)).toMatchObject({ tryingSince: 1, askedAt: clock.now() });
  await memory.note({ kind: 'done', at: 2 });
  expect(await link(db)).toMatchObject({ tryingSince: null, lastSucceededAt: 2, trouble: null });
  await memory.note({ kind: 'unreachable', at: 3, nextTryAt: 9 });
  expect(await link(db)).toMatchObject({
    lastTriedAt: 3,
    lastSucceededAt: 2,
    trouble: { kind: 'unreachable' },
    nextTryAt: 9,
  });
  await memory.note({ kind: 'refused', at: 4, refusal: { code: 'token-stale', params: {} }, nextTryAt: null });
  expect(await link(db)).toMatchObject({ trouble: { refusal: { code: 'token-stale' } }, nextTryAt: null });
});

test("an officer's page is fetched while it is wanted, kept with its age, and not emptied by a failure", async () => {
  const { db, clock } = await hoasPhone();
  const memory = createMemory(db, clock);
  const figures = '/api/figures?unit=18124';
  await wantView(db, clock, figures);
  expect(await memory.wantedViews()).toEqual([figures]);
  await memory.keepView(figures, { kind: 'answered', answer: { totals: { VNEID_CAI: 6 } } });
  const fetchedAt = clock.now();
  clock.pass(119_000);
  await memory.keepView(figures, { kind: 'unreachable', timedOut: false });
  await memory.keepView(figures, { kind: 'refused', refusal: { code: 'province-busy', params: {} } });
  expect(await view(db, figures)).toMatchObject({
    body: { totals: { VNEID_CAI: 6 } },
    fetchedAt,
    refusal: { code: 'province-busy' },
  });
  await wantView(db, clock, figures);
  expect(await view(db, figures)).toMatchObject({ fetchedAt, wantedAt: clock.now() });
  clock.pass(121_000);
  expect(await wantedViews(db, clock)).toEqual([]);
});

test('persistent storage is asked for until it is granted', async () => {
  const [db, clock] = [newHandbook(), clockAt()];
  const answers = [false, true, false];
  let asked = 0;
  const storage = {
    persist: async () => answers[asked++]!,
    estimate: async () => ({ usage: 80, quota: 100 }),
  };
  await askForPersistence(db, clock, storage);
  expect(await persistence(db)).toMatchObject({ granted: false });
  await askForPersistence(db, clock, storage);
  await askForPersistence(db, clock, storage);
  expect(await persistence(db)).toMatchObject({ granted: true });
  expect(asked).toBe(2);
  expect(await storageUse(storage)).toEqual({ used: 80, allowed: 100 });
});

test('a browser without persistent storage, or one that fails to answer, is no obstacle', async () => {
  const [db, clock] = [newHandbook(), clockAt()];
  await askForPersistence(db, clock, {});
  await askForPersistence(db, clock, { persist: () => Promise.reject(new Error('no')) });
  expect(await persistence(db)).toBeUndefined();
  expect(await storageUse({})).toBeUndefined();
});

test('what became of the offer to install is remembered', async () => {
  const [db, clock] = [newHandbook(), clockAt()];
  expect(await installState(db)).toBeUndefined();
  await noteInstall(db, clock, 'dismissed');
  expect(await installState(db)).toMatchObject({ state: 'dismissed', at: clock.now() });
});
