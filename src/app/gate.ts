import type { Gate } from '#features/handbook.tsx';
import { paths } from '#protocol/version.ts';
import { ask } from '#app/asking.ts';
import type { Credentials } from '#app/province-http.ts';
import type { Outcome } from '#sync/ports.ts';

const json = { 'Content-Type': 'application/json' };
const unreachable: Outcome<never> = { kind: 'unreachable', timedOut: false };

/** Undefined on a phone that opened the page and lost the network before this part of the app arrived. */
const schemas = () => Promise.all([import('#protocol/read.ts'), import('#protocol/sign-in.ts')]).catch(() => undefined);

/** Coming in and going, over HTTP. The code travels in the body, so that no log on the way holds it. */
export const createGate = (credentials: Credentials): Gate => ({
  async whoseInvitation(code) {
    const loaded = await schemas();
    if (!loaded) return unreachable;
    const [{ readAs }, { InvitationAnswer }] = loaded;
    return ask({
      path: paths.invitation,
      method: 'POST',
      body: JSON.stringify({ invitation: code }),
      headers: json,
      language: (await credentials()).language,
      read: async (response) => readAs(InvitationAnswer, await response.json()),
    });
  },

  async signIn(question) {
    const loaded = await schemas();
    if (!loaded) return unreachable;
    const [{ readAs }, { SignInAnswer }] = loaded;
    return ask({
      path: paths.signIn,
      method: 'POST',
      body: JSON.stringify(question),
      headers: json,
      language: (await credentials()).language,
      read: async (response) => readAs(SignInAnswer, await response.json()),
    });
  },

  signOut: async () =>
    ask({
      path: paths.signOut,
      method: 'POST',
      body: '{}',
      headers: json,
      ...(await credentials()),
      read: async () => null,
    }),
});
