import 'fake-indexeddb/auto';
import { configure, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import { vi } from 'vitest';
import './words.ts';
import { createCourier } from '#app/courier.ts';
import { HandsProvider, type Gate } from '#features/handbook.tsx';
import Journal from '#features/journal/Journal.tsx';
import EntryPage from '#features/journal/EntryPage.tsx';
import Log from '#features/log/Log.tsx';
import Numbers from '#features/numbers/Numbers.tsx';
import Outbox from '#features/outbox/Outbox.tsx';
import TeamTargets from '#features/targets/TeamTargets.tsx';
import type { EntryContent } from '#model/entry-content.ts';
import type { AcceptedOperation } from '#model/operation.ts';
import { defaultSettings } from '#model/settings.ts';
import type { Totals } from '#model/totals.ts';
import { Handbook } from '#store/database.ts';
import { createMemory } from '#store/memory.ts';
import { recordHelp } from '#store/record-help.ts';
import { keepSignIn } from '#store/keep-sign-in.ts';
import { session } from '#store/session.ts';
import type { LinkNote } from '#sync/ports.ts';
import { AnnounceProvider } from '#ui/announce.tsx';
import { noOffice } from './no-office.ts';

// A screen with everything on it, on a machine that does other things besides.
configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 60_000 });

// jsdom draws no dialogs; open and closed is all these tests look at.
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false;
  this.dispatchEvent(new Event('close'));
};

const hoa = { id: 5, name: 'Nguyễn Thị Hoa', role: 'villageMember', unit: '18124-02' } as const;
const team = [
  { id: 5, name: 'Nguyễn Thị Hoa' },
  { id: 6, name: 'Trần Văn Nam' },
];

const unit = (id: string, name: string, type: 'thon' | 'xa' | 'tinh', parent: string | null) => ({
  id,
  name,
  type,
  level: ({ thon: 'village', xa: 'commune', tinh: 'province' } as const)[type],
  parent,
  validFrom: '2022-01-01',
  validTo: null,
  mergedInto: [],
  demo: false,
});

type Wish = {
  /** Vietnam's time on the phone's clock. */
  at?: string;
  role?: 'villageMember' | 'villageLead' | 'communeOfficer';
  closed?: string[];
};

/** Chị Hoa's phone in Thôn 2, xã Sơn Kim 1, signed in as device 17, with the real store on it. */
export const villagePhone = async ({
  at = '2026-11-10T08:15:00+07:00',
  role = 'villageMember',
  closed = [],
}: Wish = {}) => {
  let now = Date.parse(at);
  const clock = { now: () => now };
  const db = new Handbook(`village-phone-${Math.random()}`);
  const situation = {
    version: '1',
    person: { ...hoa, role },
    units: [
      unit('18124-02', 'Thôn 2', 'thon', '18124'),
      unit('18124', 'Sơn Kim 1', 'xa', '42'),
      unit('42', 'Hà Tĩnh', 'tinh', null),
    ],
    team,
    settings: defaultSettings,
    closed: closed.map((period) => ({ period, closedAt: 1_790_000_000 })),
  };
  await keepSignIn(db, clock, {
    device: 17,
    token: 'for-tests-only',
    situation,
    holding: { highestSeq: 0, totals: {} },
  });
  const memory = createMemory(db, clock);
  return {
    db,
    clock,
    later: (milliseconds: number) => void (now += milliseconds),
    /** Written earlier on this phone, through the store. */
    wrote: async (content: EntryContent) => {
      const written = await recordHelp(db, clock, content, {});
      if (written.kind !== 'saved') throw new Error(`Not saved: ${JSON.stringify(written)}`);
      return written;
    },
    /** The province's answer: everything up to `through` received, but for what it refused. */
    provinceAnswers: (
      through: number,
      refused: { seq: number; code: string; params?: Record<string, string> }[] = [],
    ) => {
      const isRefused = (seq: number) => refused.some((one) => one.seq === seq);
      const accepted = Array.from({ length: through }, (_, i) => i + 1)
        .filter((seq) => !isRefused(seq))
        .map((seq): [number, number, number] => [seq, 100 + seq, 1]);
      return memory.settle({
        device: 17,
        at: Math.floor(now / 1000),
        through,
        accepted,
        refused: refused.map((one) => ({ params: {}, ...one })),
        holding: { highestSeq: through, totals: {} },
      });
    },
    /** What sync noted of the link. */
    notes: (note: LinkNote) => memory.note(note),
    /** The commune closes a period, and the phone learns of it. */
    closes: (period: string) =>
      memory.keep({
        cursor: 1000,
        more: false,
        at: Math.floor(now / 1000),
        holding: { highestSeq: 0, totals: {} },
        situation: { ...situation, version: '2', closed: [...situation.closed, { period, closedAt: 1_794_000_000 }] },
        operations: [],
      }),
    /** Colleagues' work, pulled from the province, with the sums it holds of this phone. */
    pulls: async (operations: AcceptedOperation[], totals: Totals = {}) =>
      memory.keep({
        cursor: 1000,
        more: false,
        at: Math.floor(now / 1000),
        holding: { highestSeq: (await session(db))!.nextSeq - 1, totals },
        situation: null,
        operations,
      }),
  };
};
export type VillagePhone = Awaited<ReturnType<typeof villagePhone>>;

const noProvince: Gate = {
  whoseInvitation: async () => ({ kind: 'unreachable', timedOut: false }),
  signIn: async () => ({ kind: 'unreachable', timedOut: false }),
  signOut: async () => ({ kind: 'unreachable', timedOut: false }),
};

const Address = () => <p data-testid="address">{useLocation().pathname}</p>;
const Place = ({ children }: { children: ReactNode }) => (
  <>
    <main>{children}</main>
    <Address />
  </>
);

/** Opens the app at an address. */
export const openAt = ({ db, clock }: VillagePhone, address: string) =>
  render(
    <HandsProvider value={{ db, clock, gate: noProvince, courier: createCourier(db, clock), office: noOffice }}>
      <AnnounceProvider>
        <MemoryRouter initialEntries={[address]}>
          <Routes>
            <Route
              path="/ghi"
              element={
                <Place>
                  <Log />
                </Place>
              }
            />
            <Route
              path="/ghi/:entry"
              element={
                <Place>
                  <Log />
                </Place>
              }
            />
            <Route
              path="/nhat-ky"
              element={
                <Place>
                  <Journal />
                </Place>
              }
            />
            <Route
              path="/nhat-ky/:entry"
              element={
                <Place>
                  <EntryPage />
                </Place>
              }
            />
            <Route
              path="/hop-gui"
              element={
                <Place>
                  <Outbox />
                </Place>
              }
            />
            <Route
              path="/so-lieu"
              element={
                <Place>
                  <Numbers />
                </Place>
              }
            />
            <Route
              path="/chi-tieu"
              element={
                <Place>
                  <TeamTargets />
                </Place>
              }
            />
            <Route path="*" element={<Place>Hôm nay</Place>} />
          </Routes>
        </MemoryRouter>
      </AnnounceProvider>
    </HandsProvider>,
  );

export const address = () => screen.getByTestId('address').textContent;
