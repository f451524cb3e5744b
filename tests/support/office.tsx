import { configure, waitFor } from '@testing-library/react';
import { Route, Routes, useLocation } from 'react-router';
import { expect } from 'vitest';
import Analysis from '#features/analysis/Analysis.tsx';
import EntriesBehind from '#features/overview/EntriesBehind.tsx';
import Overview from '#features/overview/Overview.tsx';
import OfficeTargets from '#features/targets/OfficeTargets.tsx';
import Urging from '#features/urging/Urging.tsx';
import type { Role } from '#model/person.ts';
import type { RefusalCode } from '#protocol/refusals.ts';
import { changeLink } from '#store/link.ts';
import { keepView, wantedViews } from '#store/views.ts';
import { newPhone } from './phone.tsx';

// A table of figures takes its time on a machine that does other work beside.
configure({ asyncUtilTimeout: 10_000, defaultHidden: true });

/** Where the browser's address bar would say we are. */
const Address = () => {
  const { pathname, search } = useLocation();
  return <p data-testid="address">{pathname + search}</p>;
};

/** An officer's machine: signed in, with the officers' screens. What the province answers is said by the test. */
export const newOffice = async (role: Role = 'provinceOfficer', at?: number) => {
  const phone = newPhone(at === undefined ? {} : { at });
  const { db, clock } = phone;
  await phone.signIn(role);

  const wanted = (name: string) => waitFor(async () => expect(await wantedViews(db, clock)).toContain(name));
  return {
    ...phone,
    open: (place = '/') =>
      phone.open(
        <>
          <Routes>
            <Route path="/" element={<Overview />} />
            <Route path="/tong-quan/:unit" element={<Overview />} />
            <Route path="/tong-quan/:unit/luot" element={<EntriesBehind />} />
            <Route path="/chi-tieu" element={<OfficeTargets />} />
            <Route path="/don-doc" element={<Urging />} />
            <Route path="/phan-tich" element={<Analysis />} />
          </Routes>
          <Address />
        </>,
        place,
      ),
    wanted,
    /** Once a screen wants that page, sync brings it. */
    answers: async (name: string, body: unknown) => {
      await wanted(name);
      await keepView(db, clock, name, { kind: 'answered', answer: body });
    },
    refuses: async (name: string, code: RefusalCode) => {
      await wanted(name);
      await keepView(db, clock, name, { kind: 'refused', refusal: { code, params: {} } });
    },
    /** The last request reached nobody. */
    cutOff: () =>
      changeLink(db, (before) => ({ ...before, lastTriedAt: clock.now(), trouble: { kind: 'unreachable' } })),
  };
};
