import { webcrypto } from 'node:crypto';
import { cleanup, configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { vi } from 'vitest';
import { i18n } from '#app/i18n.ts';
import './words.ts';
import { createCourier } from '#app/courier.ts';
import { HandsProvider, type Gate, type Office } from '#features/handbook.tsx';
import type { Role } from '#model/person.ts';
import { Handbook } from '#store/database.ts';
import { keepSignIn } from '#store/keep-sign-in.ts';
import { AnnounceProvider } from '#ui/announce.tsx';
import { openGate } from './gate.ts';
import { welcome } from './situations.ts';
import { noOffice } from './no-office.ts';

// A PIN is slow to check on purpose, and the machine may be busy with other suites.
configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 60_000 });

// What browsers have and jsdom lacks.
if (!globalThis.crypto?.subtle) Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true;
  // jsdom does not look again at what is displayed when only this attribute changed.
  const sheet = document.head.appendChild(document.createElement('style'));
  sheet.remove();
};
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false;
  this.dispatchEvent(new Event('close'));
};
window.scrollTo = () => undefined;

let phones = 0;

/** 10:00 on Tuesday 10/11/2026 in Vietnam. */
export const tuesdayMorning = Date.parse('2026-11-10T10:00:00+07:00');

/** A phone of its own: an empty memory, a clock that stands until moved, and whatever screen is opened on it. */
export const newPhone = ({
  at = tuesdayMorning,
  gate = openGate().gate,
  office = noOffice,
}: { at?: number; gate?: Gate; office?: Office } = {}) => {
  const db = new Handbook(`phone-${(phones += 1)}`);
  const clock = {
    instant: at,
    now: () => clock.instant,
    pass: (milliseconds: number) => {
      clock.instant += milliseconds;
    },
  };
  return {
    db,
    clock,
    user: userEvent.setup(),
    /** Signed in as Hoa, in that role. */
    signIn: async (role: Role = 'villageMember') => {
      await keepSignIn(db, clock, welcome(role));
    },
    open: (screen: ReactNode, place = '/') =>
      render(
        <I18nextProvider i18n={i18n}>
          <HandsProvider value={{ db, clock, gate, courier: createCourier(db, clock), office }}>
            <MemoryRouter initialEntries={[place]}>
              <AnnounceProvider>{screen}</AnnounceProvider>
            </MemoryRouter>
          </HandsProvider>
        </I18nextProvider>,
      ),
    /** The app is put away: nothing on the screen, the memory stays. */
    putAway: cleanup,
  };
};
