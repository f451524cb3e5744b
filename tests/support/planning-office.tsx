import 'fake-indexeddb/auto';
import { configure } from '@testing-library/react';
import { Route, Routes, useLocation } from 'react-router';
import AssignTask from '#features/plans/AssignTask.tsx';
import ImportPlan from '#features/plans/ImportPlan.tsx';
import PlanLibrary from '#features/plans/PlanLibrary.tsx';
import Plans from '#features/plans/Plans.tsx';
import type { Role } from '#model/person.ts';
import type { EditableRecord } from '#model/record.ts';
import type { Unit } from '#model/unit.ts';
import { keepView, wantView } from '#store/views.ts';
import { figuresAbout, haTinh, rowOf } from './figures.ts';
import { newPhone } from './phone.tsx';

// jsdom lays nothing out: what a style sheet would hide is there, and a long board takes its time.
configure({ asyncUtilTimeout: 15_000, defaultHidden: true });

const Address = () => {
  const { pathname, search } = useLocation();
  return <p data-testid="address">{pathname + search}</p>;
};

/** An officer's machine with the real store and the places of the plan; what the province answers is said by the test. */
export const planningOffice = async (role: Role = 'provinceOfficer') => {
  const machine = newPhone();
  const { db, clock } = machine;
  await machine.signIn(role);
  const kept = async (name: string, body: unknown) => {
    await wantView(db, clock, name);
    await keepView(db, clock, name, { kind: 'answered', answer: body });
  };
  const home = role === 'communeOfficer' ? '18124' : '42';
  return {
    ...machine,
    home,
    /** The page of records of a type, as the province last made it. */
    knows: (type: string, records: EditableRecord[] = [], units: Unit[] = []) =>
      kept(`/api/records?type=${type}&unit=${home}`, { at: Math.floor(clock.now() / 1000), records, units }),
    /** The units right below. */
    below: (units: Unit[]) =>
      kept(
        `/api/figures?unit=${home}&period=2026-11`,
        figuresAbout(
          haTinh,
          units.map((unit) => rowOf(unit)),
        ),
      ),
    open: (place = '/viec') =>
      machine.open(
        <>
          <Routes>
            <Route path="/viec" element={<Plans />} />
            <Route path="/viec/thu-vien" element={<PlanLibrary />} />
            <Route path="/viec/nhap" element={<ImportPlan />} />
            <Route path="/viec/giao" element={<AssignTask />} />
          </Routes>
          <Address />
        </>,
        place,
      ),
  };
};
