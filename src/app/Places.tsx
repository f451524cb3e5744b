import { Route, Routes } from 'react-router';
import { Frame } from '#app/Frame.tsx';
import { NotHere } from '#app/NotHere.tsx';
import { placeSaying } from '#app/place-saying.ts';
import { useMe } from '#app/me.ts';
import { isOfficer } from '#model/person.ts';

// What useWords says: the catalogues' codes and every refusal.
const catalogues = ['measures', 'places', 'services', 'cells', 'refusals'];

const Home = placeSaying(['today', 'install', ...catalogues], () => import('#app/Home.tsx'));
const Log = placeSaying(['log', ...catalogues], () => import('#features/log/Log.tsx'));
const Journal = placeSaying(['journal', 'period', ...catalogues], () => import('#features/journal/Journal.tsx'));
const EntryPage = placeSaying(['journal', ...catalogues], () => import('#features/journal/EntryPage.tsx'));
const Outbox = placeSaying(['outbox', 'carry', ...catalogues], () => import('#features/outbox/Outbox.tsx'));
const HandOver = placeSaying(['carry'], () => import('#features/carry/HandOver.tsx'));
const TakeIn = placeSaying(['carry', ...catalogues], () => import('#features/carry/TakeIn.tsx'));
const GiveBack = placeSaying(['carry'], () => import('#features/carry/GiveBack.tsx'));
const Numbers = placeSaying(['numbers', 'period', ...catalogues], () => import('#features/numbers/Numbers.tsx'));
const More = placeSaying(['more'], () => import('#features/more/More.tsx'));
const SignIn = placeSaying(['sign-in', ...catalogues], () => import('#features/sign-in/SignIn.tsx'));
const Overview = placeSaying(['overview', 'period', ...catalogues], () => import('#features/overview/Overview.tsx'));
const EntriesBehind = placeSaying(
  ['overview', 'period', ...catalogues],
  () => import('#features/overview/EntriesBehind.tsx'),
);
const Devices = placeSaying(['devices', 'overview', ...catalogues], () => import('#features/devices/Devices.tsx'));
const HoldingBox = placeSaying(
  ['holding-box', 'overview', ...catalogues],
  () => import('#features/holding-box/HoldingBox.tsx'),
);

/** Every address of the app, by who asks: a team's places, or an officer's. */
export const Places = () => {
  const me = useMe();
  if (!me) return null;
  return (
    <Routes>
      <Route path="/vao" element={<SignIn />} />
      <Route element={<Frame />}>
        <Route path="/them" element={<More />} />
        <Route path="/nhan-ho" element={<TakeIn />} />
        <Route path="/nhan-ho/:bundle" element={<GiveBack />} />
        {isOfficer(me.person.role) ? (
          <>
            <Route path="/" element={<Overview />} />
            <Route path="/tong-quan/:unit" element={<Overview />} />
            <Route path="/tong-quan/:unit/luot" element={<EntriesBehind />} />
            <Route path="/nguoi-va-may" element={<Devices />} />
            <Route path="/nguoi-va-may/:unit" element={<Devices />} />
            <Route path="/hop-cho" element={<HoldingBox />} />
            {['/ghi/*', '/nhat-ky/*', '/hop-gui', '/chuyen-ho', '/so-lieu'].map((path) => (
              <Route key={path} path={path} element={<NotHere why="role-may-not-save" />} />
            ))}
          </>
        ) : (
          <>
            <Route path="/" element={<Home />} />
            <Route path="/ghi" element={<Log />} />
            <Route path="/ghi/:entry" element={<Log />} />
            <Route path="/nhat-ky" element={<Journal />} />
            <Route path="/nhat-ky/:entry" element={<EntryPage />} />
            <Route path="/hop-gui" element={<Outbox />} />
            <Route path="/chuyen-ho" element={<HandOver />} />
            <Route path="/so-lieu" element={<Numbers />} />
            {['/tong-quan/*', '/nguoi-va-may/*', '/hop-cho'].map((path) => (
              <Route key={path} path={path} element={<NotHere why="role-too-low" />} />
            ))}
          </>
        )}
        <Route path="*" element={<NotHere />} />
      </Route>
    </Routes>
  );
};
