import type { Credentials } from '#app/province-http.ts';
import type { Handbook } from '#store/database.ts';
import { session } from '#store/session.ts';
import { preferences } from '#ui/preferences.ts';

/** Read anew for each request: a person signs in again, or changes the language, while the app is open. */
export const credentialsOf =
  (db: Handbook): Credentials =>
  async () => ({ token: (await session(db))?.token, language: preferences().language });
