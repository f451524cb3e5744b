import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import DueCount from '#app/DueCount.tsx';
import { progressDefinition, progressId } from '#model/records/progress.ts';
import { writeRecord } from '#store/write-record.ts';
import { newPhone } from '../support/phone.tsx';

/** What jsdom lacks: an icon with a number on it, and notifications. */
let badge: number;
let told: { title: string; body: string }[];
const notifications = (permission: NotificationPermission) => {
  Object.defineProperty(globalThis, 'Notification', { value: { permission }, configurable: true });
  const showNotification = async (title: string, { body }: { body: string }) => void told.push({ title, body });
  Object.defineProperty(navigator, 'serviceWorker', {
    value: { getRegistration: async () => ({ showNotification }) },
    configurable: true,
  });
};
beforeEach(() => {
  badge = 0;
  told = [];
  Object.assign(navigator, {
    setAppBadge: async (count: number) => void (badge = count),
    clearAppBadge: async () => void (badge = 0),
  });
});
afterEach(() => {
  cleanup();
  localStorage.clear();
  Reflect.deleteProperty(globalThis, 'Notification');
  for (const name of ['setAppBadge', 'clearAppBadge', 'serviceWorker']) Reflect.deleteProperty(navigator, name);
});

const on = async (day: string) => {
  const phone = newPhone({ at: Date.parse(`${day}T08:00:00+07:00`) });
  await phone.signIn('villageMember');
  return phone;
};

test('nothing late and nothing due today: no number anywhere, and nothing is told', async () => {
  notifications('granted');
  const phone = await on('2026-11-10');
  phone.open(<DueCount />);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(screen.queryByText(/đến hạn hôm nay/)).toBeNull();
  expect([badge, told]).toEqual([0, []]);
});

test('on the last day of the month nine duties are due: beside the place, on the icon, and told once that day', async () => {
  notifications('granted');
  const phone = await on('2026-11-14');
  phone.open(<DueCount />);
  expect(await screen.findByText('9 việc quá hạn hoặc đến hạn hôm nay')).toBeDefined();
  await waitFor(() => expect(badge).toBe(9));
  await waitFor(() => expect(told).toHaveLength(1));
  expect(told[0]!.title).toBe('9 việc cần làm');
  expect(told[0]!.body.split('\n')).toHaveLength(3);

  const duty = progressId('kenh-hop-chi-bo', '18124-02', '2026-11');
  await writeRecord(phone.db, phone.clock, progressDefinition, '18124-02', { record: duty, set: { done: true } });
  expect(await screen.findByText('8 việc quá hạn hoặc đến hạn hôm nay')).toBeDefined();
  await waitFor(() => expect(badge).toBe(8));
  phone.putAway();
  await waitFor(() => expect(badge).toBe(0));
  phone.open(<DueCount />);
  expect(await screen.findByText('8 việc quá hạn hoặc đến hạn hôm nay')).toBeDefined();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(told).toHaveLength(1);
});

test('where the person has not allowed it, the phone’s screen stays still', async () => {
  notifications('default');
  const phone = await on('2026-11-14');
  phone.open(<DueCount />);
  expect(await screen.findByText('9 việc quá hạn hoặc đến hạn hôm nay')).toBeDefined();
  expect(told).toEqual([]);
});
