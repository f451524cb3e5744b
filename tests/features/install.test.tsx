import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { i18n } from '#app/i18n.ts';
import '../support/words.ts';
import { createCourier } from '#app/courier.ts';
import { HandsProvider, type Hands } from '#features/handbook.tsx';
import InstallCard from '#features/install/InstallCard.tsx';
import { catchInstallPrompt } from '#features/install/install-prompt.ts';
import { inChrome, installWay } from '#features/install/install-way.ts';
import { installState } from '#store/install.ts';
import { recordHelp } from '#store/record-help.ts';
import { hoasPhone } from '../support/device.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { noOffice } from '../support/no-office.ts';

const zaloOnAndroid =
  'Mozilla/5.0 (Linux; Android 11; SM-A107F; wv) AppleWebKit/537.36 Version/4.0 Chrome/96.0 Mobile Safari/537.36 Zalo android/520';
const facebookOnIphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 16_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 [FBAN/FBIOS;FBAV/420.0]';
const safariOnIphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 16_5 like Mac OS X) AppleWebKit/605.1.15 Version/16.5 Mobile/15E148 Safari/604.1';
const macOrIpad = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/16.5 Safari/605.1.15';
const chrome = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/120.0.0.0 Mobile Safari/537.36';

test('each browser is told its own way to the home screen', () => {
  const way = (userAgent: string, but: { hasPrompt?: boolean; standalone?: boolean; touchPoints?: number } = {}) =>
    installWay({ userAgent, touchPoints: 5, standalone: false, hasPrompt: false, ...but });
  expect(way(chrome, { hasPrompt: true })).toBe('prompt');
  expect(way(chrome)).toBe('none');
  expect(way(chrome, { hasPrompt: true, standalone: true })).toBe('none');
  expect(way(safariOnIphone)).toBe('iosSteps');
  expect(way(macOrIpad)).toBe('iosSteps');
  expect(way(macOrIpad, { touchPoints: 0 })).toBe('none');
  expect(way(zaloOnAndroid)).toBe('inAppOnAndroid');
  expect(way(facebookOnIphone)).toBe('inAppOnIos');
});

test('a window inside Zalo opens the same place in Chrome', () => {
  const place = new URL('https://sotay.example.vn/nhat-ky');
  expect(inChrome(place)).toBe('intent://sotay.example.vn/nhat-ky#Intent;scheme=https;package=com.android.chrome;end');
});

catchInstallPrompt();
const gate = {} as Hands['gate'];
let asked: ReturnType<typeof vi.fn<() => Promise<{ outcome: string }>>>;

const offer = (answer: 'accepted' | 'dismissed') => {
  asked = vi.fn<() => Promise<{ outcome: string }>>(async () => ({ outcome: answer }));
  const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt: asked });
  fireEvent(window, event);
  return event;
};
beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = (phone: Pick<Hands, 'db' | 'clock'>) =>
  render(
    <I18nextProvider i18n={i18n}>
      <HandsProvider value={{ ...phone, gate, courier: createCourier(phone.db, phone.clock), office: noOffice }}>
        <InstallCard />
      </HandsProvider>
    </I18nextProvider>,
  );

test('nobody is asked before something is saved; then once, and "later" is respected', async () => {
  const phone = await hoasPhone();
  expect(offer('dismissed').defaultPrevented).toBe(true);
  show(phone);
  await new Promise((passed) => setTimeout(passed, 50));
  expect(screen.queryByRole('heading')).toBeNull();

  await recordHelp(phone.db, phone.clock, eveningInThon2());
  fireEvent.click(await screen.findByRole('button', { name: 'Để sau' }));
  await vi.waitFor(() => expect(screen.queryByRole('heading')).toBeNull());
  expect(asked).not.toHaveBeenCalled();
  expect(await installState(phone.db)).toMatchObject({ state: 'dismissed' });
});

test('"install" shows the browser\'s own question; an installed app is not offered again', async () => {
  const phone = await hoasPhone();
  await recordHelp(phone.db, phone.clock, eveningInThon2());
  offer('accepted');
  show(phone);
  fireEvent.click(await screen.findByRole('button', { name: 'Cài vào máy' }));
  expect(asked).toHaveBeenCalledOnce();
  fireEvent(window, new Event('appinstalled'));
  await vi.waitFor(async () => expect(await installState(phone.db)).toMatchObject({ state: 'installed' }));
});
