import type { FastifyInstance } from 'fastify';
import { readAs } from '#protocol/read.ts';
import { readInvitationCode, SignInQuestion, type SignInAnswer } from '#protocol/sign-in.ts';
import { paths } from '#protocol/version.ts';
import type { Attempt } from '../attempts.ts';
import type { Province } from '../province.ts';
import { Refused } from '../refusing.ts';
import { holdingOf } from '../storage/holding.ts';
import { sealingKey } from '../storage/province-key.ts';
import { signIn } from '../storage/sign-in.ts';
import { situationOf } from '../storage/situation.ts';

/** POST: an invitation against a device number, a token and all the phone has to know to work without us. */
export const signInRoute = (app: FastifyInstance, { db, clock }: Province, attempt: Attempt): void => {
  app.post(paths.signIn, { config: { open: true } }, async (request, reply): Promise<SignInAnswer> => {
    const question = readAs(SignInQuestion, request.body);
    if (!question) throw new Refused('body-unreadable');
    const code = readInvitationCode(question.invitation);
    return attempt(request.ip, code ?? question.invitation, async () => {
      if (code === undefined) throw new Refused('invitation-unknown');
      const at = Math.floor(clock.now() / 1000);
      const { person, device, token } = await signIn(db, { ...question, code }, at);
      reply.header('Cache-Control', 'no-store');
      return {
        device,
        token,
        situation: await situationOf(db, person),
        holding: await holdingOf(db, device),
        sealingKey: await sealingKey(db),
      };
    });
  });
};
