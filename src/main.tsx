import '#ui/base.css';
import { createRoot } from 'react-dom/client';
import { App } from '#app/App.tsx';
import { createCourier } from '#app/courier.ts';
import { credentialsOf } from '#app/credentials.ts';
import { afterFirstPaint } from '#app/first-paint.ts';
import { createGate } from '#app/gate.ts';
import { wallClock } from '#app/wall-clock.ts';
import { catchInstallPrompt } from '#features/install/install-prompt.ts';
import { Handbook } from '#store/database.ts';
import { applyPreferences } from '#ui/preferences.ts';

applyPreferences();
catchInstallPrompt();

const db = new Handbook();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const credentials = credentialsOf(db);
const hands = {
  db,
  clock: wallClock,
  gate: createGate(credentials),
  courier: createCourier(db, wallClock),
};
createRoot(root).render(<App hands={hands} />);

// Lasts as long as the page. Should its code not have arrived, the next start of the app tries again.
afterFirstPaint(() => {
  void import('#app/sync-wiring.ts').then(({ startSync }) => startSync(db)).catch(() => undefined);
});
