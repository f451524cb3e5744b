import '#ui/base.css';
import { createRoot } from 'react-dom/client';
import { App } from '#app/App.tsx';
import { createGate } from '#app/gate.ts';
import { wallClock } from '#app/wall-clock.ts';
import { Handbook } from '#store/database.ts';
import { session } from '#store/session.ts';
import { applyPreferences, preferences } from '#ui/preferences.ts';

applyPreferences();

const db = new Handbook();
const credentials = async () => ({ token: (await session(db))?.token, language: preferences().language });
const gate = createGate(credentials);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<App hands={{ db, clock: wallClock, gate }} />);
