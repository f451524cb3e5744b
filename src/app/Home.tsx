import { lazy, Suspense } from 'react';
import Today from '#features/today/Today.tsx';

const InstallCard = lazy(() => import('#features/install/InstallCard.tsx'));

/** The team's first page; where a person has saved something, it may ask to stay on the home screen. */
const Home = () => (
  <Today>
    <Suspense fallback={null}>
      <InstallCard />
    </Suspense>
  </Today>
);

export default Home;
