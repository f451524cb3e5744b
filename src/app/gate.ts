import type { Gate } from '#features/handbook.tsx';
import { paths } from '#protocol/version.ts';
import { ask } from '#app/asking.ts';
import type { Credentials } from '#app/province-http.ts';

const json = { 'Content-Type': 'application/json' };
const schemas = () => Promise.all([import('#protocol/read.ts'), import('#protocol/sign-in.ts')]);

/** Coming in and going, over HTTP. The code travels in the body, so that no log on the way holds it. */
export const createGate = (credentials: Credentials): Gate => ({
  async whoseInvitation(code) {
    const [{ readAs }, { InvitationAnswer }] = await schemas();
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
    const [{ readAs }, { SignInAnswer }] = await schemas();
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
