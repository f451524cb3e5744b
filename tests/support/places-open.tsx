import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { MemoryRouter, Route, Routes } from 'react-router';
import { i18n } from '#app/i18n.ts';
import { createCourier } from '#app/courier.ts';
import { HandsProvider } from '#features/handbook.tsx';
import { AnnounceProvider } from '#ui/announce.tsx';
import { openGate } from './gate.ts';
import { noOffice } from './no-office.ts';
import type { VillagePhone } from './village-phone.tsx';
import './words.ts';

/** Opens these places, and no others, on a village's phone. */
export const openPlaces = (
  { db, clock }: Pick<VillagePhone, 'db' | 'clock'>,
  places: Record<string, ReactNode>,
  address: string,
) =>
  render(
    <I18nextProvider i18n={i18n}>
      <HandsProvider value={{ db, clock, gate: openGate().gate, courier: createCourier(db, clock), office: noOffice }}>
        <MemoryRouter initialEntries={[address]}>
          <AnnounceProvider>
            <Routes>
              {Object.entries(places).map(([path, place]) => (
                <Route key={path} path={path} element={<main>{place}</main>} />
              ))}
            </Routes>
          </AnnounceProvider>
        </MemoryRouter>
      </HandsProvider>
    </I18nextProvider>,
  );
