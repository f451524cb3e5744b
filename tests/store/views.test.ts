import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { keepView, wantedViews, wantView } from '#store/views.ts';
import { clockAt } from '../support/clock.ts';
import { newHandbook } from '../support/device.ts';

test('pages are fetched in this order: never here, then the oldest; one of a screen closed minutes ago no more', async () => {
  const db = newHandbook();
  const clock = clockAt();
  const answered = async (name: string) => keepView(db, clock, name, { kind: 'answered', answer: {} });
  for (const name of ['/api/units', '/api/figures', '/api/devices']) await wantView(db, clock, name);
  for (const name of ['/api/figures', '/api/units', '/api/devices']) {
    clock.pass(1000);
    await answered(name);
  }
  await wantView(db, clock, '/api/dashboard');
  await wantView(db, clock, '/api/boundaries');
  expect(await wantedViews(db, clock)).toEqual([
    '/api/boundaries',
    '/api/dashboard',
    '/api/figures',
    '/api/units',
    '/api/devices',
  ]);
  clock.pass(2 * 60 * 1000);
  expect(await wantedViews(db, clock)).toEqual([]);
});
