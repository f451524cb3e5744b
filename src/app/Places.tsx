import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { Frame } from '#app/Frame.tsx';
import { NotHere } from '#app/NotHere.tsx';
import { useMe } from '#app/me.ts';
import { isOfficer } from '#model/person.ts';

const Home = lazy(() => import('#app/Home.tsx'));
const Log = lazy(() => import('#features/log/Log.tsx'));
const Journal = lazy(() => import('#features/journal/Journal.tsx'));
const EntryPage = lazy(() => import('#features/journal/EntryPage.tsx'));
const Outbox = lazy(() => import('#features/outbox/Outbox.tsx'));
const Numbers = lazy(() => import('#features/numbers/Numbers.tsx'));
const More = lazy(() => import('#features/more/More.tsx'));
const SignIn = lazy(() => import('#features/sign-in/SignIn.tsx'));
const Overview = lazy(() => import('#features/overview/Overview.tsx'));
const EntriesBehind = lazy(() => import('#features/overview/EntriesBehind.tsx'));

/** Every address of the app, by who asks: a team's places, or an officer's. */
export const Places = () => {
  const me = useMe();
  if (!me) return null;
  return (
    <Routes>
      <Route path="/vao" element={<SignIn />} />
      <Route element={<Frame />}>
        <Route path="/them" element={<More />} />
        {isOfficer(me.person.role) ? (
          <>
            <Route path="/" element={<Overview />} />
            <Route path="/tong-quan/:unit" element={<Overview />} />
            <Route path="/tong-quan/:unit/luot" element={<EntriesBehind />} />
          </>
        ) : (
          <>
            <Route path="/" element={<Home />} />
            <Route path="/ghi" element={<Log />} />
            <Route path="/ghi/:entry" element={<Log />} />
            <Route path="/nhat-ky" element={<Journal />} />
            <Route path="/nhat-ky/:entry" element={<EntryPage />} />
            <Route path="/hop-gui" element={<Outbox />} />
            <Route path="/so-lieu" element={<Numbers />} />
          </>
        )}
        <Route path="*" element={<NotHere />} />
      </Route>
    </Routes>
  );
};
