import { lazy, Suspense } from 'react';
import { catalogues } from '#app/catalogue-words.ts';
import { placeSaying } from '#app/place-saying.ts';
import Today from '#features/today/Today.tsx';

const InstallCard = lazy(() => import('#features/install/InstallCard.tsx'));
const UnreadNotice = placeSaying(['announcements'], () => import('#features/announcements/UnreadNotice.tsx'));
const ReturnedNotice = placeSaying(['numbers', ...catalogues], () => import('#features/numbers/ReturnedNotice.tsx'));
const DueTasks = placeSaying(['tasks', 'duties', ...catalogues], () => import('#features/tasks/DueTasks.tsx'));
const LaggingTargets = placeSaying(['targets', ...catalogues], () => import('#features/targets/LaggingTargets.tsx'));

/** The team's first page: what it was told, what is due, what is behind; and, where something was saved, the way to the home screen. */
const Home = () => (
  <Today
    told={
      <Suspense fallback={null}>
        <ReturnedNotice />
        <UnreadNotice />
      </Suspense>
    }
    work={
      <Suspense fallback={null}>
        <DueTasks />
        <LaggingTargets />
      </Suspense>
    }
  >
    <Suspense fallback={null}>
      <InstallCard />
    </Suspense>
  </Today>
);

export default Home;
