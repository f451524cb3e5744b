import '#ui/base.css';
import { createRoot } from 'react-dom/client';
import { App } from '#app/App.tsx';
import { credentialsOf } from '#app/credentials.ts';
import { createGate } from '#app/gate.ts';
import { startSync } from '#app/sync-wiring.ts';
import { wallClock } from '#app/wall-clock.ts';
import { catchInstallPrompt } from '#features/install/install-prompt.ts';
import { Handbook } from '#store/database.ts';
import { applyPreferences } from '#ui/preferences.ts';

applyPreferences();
catchInstallPrompt();

const db = new Handbook();
const gate = createGate(credentialsOf(db));

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<App hands={{ db, clock: wallClock, gate }} />);
void startSync(db);
