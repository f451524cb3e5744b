import './node-bytes.ts';
import { waitFor } from '@testing-library/react';
import type { FastifyInstance } from 'fastify';
import { Route, Routes } from 'react-router';
import { expect, vi } from 'vitest';
import { createOffice } from '#app/office.ts';
import { createProvince as provinceOverHttp } from '#app/province-http.ts';
import Audit from '#features/audit/Audit.tsx';
import Access from '#features/access/Access.tsx';
import Analysis from '#features/analysis/Analysis.tsx';
import Devices from '#features/devices/Devices.tsx';
import HoldingBox from '#features/holding-box/HoldingBox.tsx';
import Settings from '#features/settings/Settings.tsx';
import AssignTask from '#features/plans/AssignTask.tsx';
import PlanLibrary from '#features/plans/PlanLibrary.tsx';
import Plans from '#features/plans/Plans.tsx';
import ReportPlace from '#features/report/ReportPlace.tsx';
import Reports from '#features/report/Reports.tsx';
import Reorganise from '#features/units/Reorganise.tsx';
import Units from '#features/units/Units.tsx';
import { situationOf } from '#server/storage/situation.ts';
import { createMemory } from '#store/memory.ts';
import { keepSignIn } from '#store/keep-sign-in.ts';
import { wantedViews } from '#store/views.ts';
import { pullAll } from '#sync/pull.ts';
import { newBatchSize, pushAll } from '#sync/push.ts';
import { fetchViews } from '#sync/views.ts';
import { newPhone } from './phone.tsx';
import type { Phone, TestProvince } from './province.ts';

/** Every request goes straight into the province's own routes: jsdom's signals do not fit Node's sockets. */
const reach = (app: FastifyInstance) =>
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', headers, body }: RequestInit = {}) => {
    const answer = await app.inject({
      method: method as 'GET' | 'POST',
      url: path,
      headers: headers as Record<string, string>,
      ...(body && { payload: typeof body === 'string' ? body : Buffer.from(body as Uint8Array<ArrayBuffer>) }),
    });
    return new Response(new Uint8Array(answer.rawPayload), {
      status: answer.statusCode,
      headers: answer.headers as Record<string, string>,
    });
  });

/** Nobody is reached any more. */
export const cutOff = () => vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));

/** An officer's machine with the real store, the real commands and the real province behind them. */
export const realOffice = async (province: TestProvince, officer: Phone) => {
  reach(await province.app());
  const credentials = async () => ({ token: officer.token, language: 'vi' });
  const machine = newPhone({ at: province.clock.now(), office: createOffice(credentials) });
  const { db, clock } = machine;
  await keepSignIn(db, clock, {
    device: officer.device,
    token: officer.token,
    situation: await situationOf(province.db, officer.person),
    holding: { highestSeq: 0, totals: {} },
  });
  return {
    ...machine,
    open: (place: string) =>
      machine.open(
        <Routes>
          <Route path="/nguoi-va-may" element={<Devices />} />
          <Route path="/nguoi-va-may/:unit" element={<Devices />} />
          <Route path="/nhat-ky-he-thong" element={<Audit />} />
          <Route path="/hop-cho" element={<HoldingBox />} />
          <Route path="/phan-tich" element={<Analysis />} />
          <Route path="/cai-dat" element={<Settings />} />
          <Route path="/bao-cao" element={<Reports />} />
          <Route path="/bao-cao/:unit/:period" element={<ReportPlace />} />
          <Route path="/dia-ban" element={<Units />} />
          <Route path="/dia-ban/:unit" element={<Units />} />
          <Route path="/dia-ban/:unit/sap-xep" element={<Reorganise />} />
          <Route path="/cai-dat/ket-noi" element={<Access />} />
          <Route path="/viec" element={<Plans />} />
          <Route path="/viec/thu-vien" element={<PlanLibrary />} />
          <Route path="/viec/giao" element={<AssignTask />} />
        </Routes>,
        place,
      ),
    /** What sync does once a screen wants a page. */
    sync: async () => {
      await waitFor(async () => expect(await wantedViews(db, clock)).not.toEqual([]));
      await fetchViews(createMemory(db, clock), provinceOverHttp(credentials));
    },
    /** After `cutOff`. */
    regain: async () => reach(await province.app()),
    /** A whole round: what waits goes up, what is new comes down, and then the pages that screens want. */
    exchange: async () => {
      const memory = createMemory(db, clock);
      const over = provinceOverHttp(credentials);
      const wrong =
        (await pushAll(memory, over, officer.device, newBatchSize())) ??
        (await pullAll(memory, over)) ??
        (await fetchViews(memory, over));
      expect(wrong).toBeNull();
    },
  };
};
