import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { catalogues } from '#app/catalogue-words.ts';
import { useMe } from '#app/me.ts';
import { placeSaying } from '#app/place-saying.ts';
import { TeamPlaces } from '#app/TeamPlaces.tsx';
import { isOfficer } from '#model/person.ts';

const SignIn = placeSaying(['sign-in', ...catalogues], () => import('#features/sign-in/SignIn.tsx'));
const OfficerPlaces = lazy(() => import('#app/OfficerPlaces.tsx'));

/** Every address of the app, by who asks: a team's places, or an officer's. */
export const Places = () => {
  const me = useMe();
  if (!me) return null;
  return (
    <Routes>
      <Route path="/vao" element={<SignIn />} />
      <Route path="*" element={isOfficer(me.person.role) ? <OfficerPlaces me={me} /> : <TeamPlaces />} />
    </Routes>
  );
};
