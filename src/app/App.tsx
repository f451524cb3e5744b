import { Suspense } from 'react';
import { I18nextProvider } from 'react-i18next';
import { BrowserRouter } from 'react-router';
import { Broken } from '#app/Broken.tsx';
import { Door } from '#app/Door.tsx';
import { i18n } from '#app/i18n.ts';
import { Opening } from '#app/Opening.tsx';
import { Places } from '#app/Places.tsx';
import { Update } from '#app/Update.tsx';
import { HandsProvider, type Hands } from '#features/handbook.tsx';
import { AnnounceProvider } from '#ui/announce.tsx';

export const App = ({ hands }: { hands: Hands }) => (
  <I18nextProvider i18n={i18n}>
    <HandsProvider value={hands}>
      <BrowserRouter>
        <Broken>
          <Suspense fallback={<Opening />}>
            <AnnounceProvider>
              <Update />
              <Door>
                <Places />
              </Door>
            </AnnounceProvider>
          </Suspense>
        </Broken>
      </BrowserRouter>
    </HandsProvider>
  </I18nextProvider>
);
