import type { Office } from '#features/handbook.tsx';
import { paths } from '#protocol/version.ts';
import { ask } from '#app/asking.ts';
import type { Credentials } from '#app/province-http.ts';
import type { Outcome } from '#sync/ports.ts';

const json = { 'Content-Type': 'application/json' };
const unreachable: Outcome<never> = { kind: 'unreachable', timedOut: false };

/** Undefined on a device that lost the network before this part of the app arrived. */
const schemas = () => Promise.all([import('#protocol/read.ts'), import('#protocol/access.ts')]).catch(() => undefined);

/** The tokens of other systems: made and revoked at once or not at all. A secret passes through and is kept nowhere. */
export const createAccess = (credentials: Credentials): Office['access'] => ({
  async make(wish) {
    const loaded = await schemas();
    if (!loaded) return unreachable;
    const [{ readAs }, { MadeToken }] = loaded;
    return ask({
      path: paths.tokens,
      method: 'POST',
      body: JSON.stringify(wish),
      headers: json,
      ...(await credentials()),
      read: async (response) => readAs(MadeToken, await response.json()),
    });
  },

  async revoke(token) {
    const loaded = await schemas();
    if (!loaded) return unreachable;
    const [{ readAs }, { AccessToken }] = loaded;
    return ask({
      path: paths.revokeToken,
      method: 'POST',
      body: JSON.stringify({ token }),
      headers: json,
      ...(await credentials()),
      read: async (response) => readAs(AccessToken, await response.json()),
    });
  },
});
