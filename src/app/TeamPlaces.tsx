import { Route, Routes } from 'react-router';
import { catalogues } from '#app/catalogue-words.ts';
import { Frame } from '#app/Frame.tsx';
import { NotHere } from '#app/NotHere.tsx';
import { placeSaying } from '#app/place-saying.ts';
import { sharedPlaces } from '#app/shared-places.tsx';
import { TeamNav } from '#app/TeamNav.tsx';

const Home = placeSaying(['today', 'install', ...catalogues], () => import('#app/Home.tsx'));
const Log = placeSaying(['log', ...catalogues], () => import('#features/log/Log.tsx'));
const Journal = placeSaying(['journal', 'period', ...catalogues], () => import('#features/journal/Journal.tsx'));
const EntryPage = placeSaying(['journal', 'photos', ...catalogues], () => import('#features/journal/EntryPage.tsx'));
const Photos = placeSaying(['photos', 'journal', ...catalogues], () => import('#features/photos/Photos.tsx'));
const UnsentPhotos = placeSaying(
  ['photos', 'journal', ...catalogues],
  () => import('#features/photos/UnsentPhotos.tsx'),
);
const Outbox = placeSaying(
  ['outbox', 'carry', 'photos', 'journal', ...catalogues],
  () => import('#features/outbox/Outbox.tsx'),
);
const HandOver = placeSaying(['carry'], () => import('#features/carry/HandOver.tsx'));
const Numbers = placeSaying(['numbers', 'period', ...catalogues], () => import('#features/numbers/Numbers.tsx'));
const VillageTable = placeSaying(
  ['report', 'period', ...catalogues],
  () => import('#features/report/VillageTable.tsx'),
);
const Obstacles = placeSaying(['obstacles', ...catalogues], () => import('#features/obstacles/Obstacles.tsx'));
const Report = placeSaying(['obstacles', 'duties', ...catalogues], () => import('#features/obstacles/Report.tsx'));
const Thread = placeSaying(
  ['obstacles', 'conflicts', 'duties', ...catalogues],
  () => import('#features/obstacles/Thread.tsx'),
);
const MobilePoints = placeSaying(
  ['mobile-points', 'conflicts', ...catalogues],
  () => import('#features/mobile-points/MobilePoints.tsx'),
);
const Targets = placeSaying(['targets', 'period', ...catalogues], () => import('#features/targets/TeamTargets.tsx'));
const Ask = placeSaying(['ask', ...catalogues], () => import('#features/ask/Ask.tsx'));
const Announcements = placeSaying(
  ['announcements', ...catalogues],
  () => import('#features/announcements/Announcements.tsx'),
);
const AnnouncementPage = placeSaying(
  ['announcements', ...catalogues],
  () => import('#features/announcements/AnnouncementPage.tsx'),
);
const Tasks = placeSaying(['tasks', 'duties', ...catalogues], () => import('#features/tasks/Tasks.tsx'));
const TodoPage = placeSaying(
  ['tasks', 'duties', 'conflicts', ...catalogues],
  () => import('#features/tasks/TodoPage.tsx'),
);
const FollowUps = placeSaying(['follow-ups'], () => import('#features/follow-ups/FollowUps.tsx'));

const officersPlaces = ['/tong-quan/*', '/nguoi-va-may/*', '/hop-cho'];

/** Every address a village team has. */
export const TeamPlaces = () => (
  <Routes>
    <Route element={<Frame nav={<TeamNav />} />}>
      <Route path="/" element={<Home />} />
      <Route path="/ghi" element={<Log />} />
      <Route path="/ghi/:entry" element={<Log />} />
      <Route path="/nhat-ky" element={<Journal />} />
      <Route path="/nhat-ky/:entry" element={<EntryPage />} />
      <Route path="/nhat-ky/:entry/anh" element={<Photos />} />
      <Route path="/anh" element={<UnsentPhotos />} />
      <Route path="/hop-gui" element={<Outbox />} />
      <Route path="/chuyen-ho" element={<HandOver />} />
      <Route path="/hoi-y-kien" element={<Ask />} />
      <Route path="/so-lieu" element={<Numbers />} />
      <Route path="/so-lieu/bang" element={<VillageTable />} />
      <Route path="/luu-dong" element={<MobilePoints />} />
      <Route path="/thong-bao" element={<Announcements />} />
      <Route path="/thong-bao/:announcement" element={<AnnouncementPage />} />
      <Route path="/vuong-mac" element={<Obstacles />} />
      <Route path="/vuong-mac/bao" element={<Report />} />
      <Route path="/vuong-mac/:obstacle" element={<Thread />} />
      <Route path="/chi-tieu" element={<Targets />} />
      <Route path="/viec" element={<Tasks />} />
      <Route path="/viec/:doing/:round" element={<TodoPage />} />
      <Route path="/quay-lai" element={<FollowUps />} />
      {officersPlaces.map((path) => (
        <Route key={path} path={path} element={<NotHere why="role-too-low" />} />
      ))}
      {sharedPlaces}
    </Route>
  </Routes>
);
