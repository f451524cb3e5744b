import { once } from 'node:events';
import '#server/app.ts';
import '#server/setup/populate.ts';
import '#server/storage/open-province.ts';

// The real server, all its parts read in beforehand: a province that was killed is back in a moment, not in seconds.
await once(process.stdin, 'data');
process.stdin.unref();
await import('#server/main.ts');
