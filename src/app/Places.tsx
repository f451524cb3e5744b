import { lazy, type ComponentType } from 'react';
import { Route, Routes } from 'react-router';
import { Frame } from '#app/Frame.tsx';
import { NotHere } from '#app/NotHere.tsx';
import { useMe } from '#app/me.ts';
import { isOfficer } from '#model/person.ts';

type Place = { default: ComponentType };
const places = import.meta.glob<Place>(
  '../features/*/{Today,Log,Journal,EntryPage,Outbox,Numbers,More,SignIn,Overview,EntriesBehind,InstallCard}.tsx',
);
const place = (path: string) => lazy(async () => (await places[`../features/${path}.tsx`]?.()) ?? { default: NotHere });

const Today = place('today/Today');
const InstallCard = place('install/InstallCard');
const Log = place('log/Log');
const Journal = place('journal/Journal');
const EntryPage = place('journal/EntryPage');
const Outbox = place('outbox/Outbox');
const Numbers = place('numbers/Numbers');
const More = place('more/More');
const SignIn = place('sign-in/SignIn');
const Overview = place('overview/Overview');
const EntriesBehind = place('overview/EntriesBehind');

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
            <Route
              path="/"
              element={
                <>
                  <Today />
                  <InstallCard />
                </>
              }
            />
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
