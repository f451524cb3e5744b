import { Route } from 'react-router';
import { catalogues } from '#app/catalogue-words.ts';
import { NotHere } from '#app/NotHere.tsx';
import { placeSaying } from '#app/place-saying.ts';

const More = placeSaying(['more'], () => import('#features/more/More.tsx'));
const TakeIn = placeSaying(['carry', ...catalogues], () => import('#features/carry/TakeIn.tsx'));
const GiveBack = placeSaying(['carry'], () => import('#features/carry/GiveBack.tsx'));

/** Addresses that mean the same to everybody. */
export const sharedPlaces = (
  <>
    <Route path="/them" element={<More />} />
    <Route path="/nhan-ho" element={<TakeIn />} />
    <Route path="/nhan-ho/:bundle" element={<GiveBack />} />
    <Route path="*" element={<NotHere />} />
  </>
);
