import { browserKilled } from './browser-killed.ts';
import type { Kind } from './kind.ts';
import { serverKilled } from './server-killed.ts';
import { embeddedStorage, postgresStorage } from './storages.ts';

export const kinds: Kind[] = [
  { name: 'the server on the embedded database', share: 1, run: serverKilled(embeddedStorage) },
  { name: 'the server, or its database, on PostgreSQL', share: 1, run: serverKilled(postgresStorage) },
  { name: 'the browser in mid-save', share: 0.5, run: browserKilled },
];
