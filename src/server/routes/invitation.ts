import type { FastifyInstance } from 'fastify';
import { readAs } from '#protocol/read.ts';
import { InvitationQuestion, readInvitationCode, type InvitationAnswer } from '#protocol/sign-in.ts';
import { paths } from '#protocol/version.ts';
import type { Attempt } from '../attempts.ts';
import type { Province } from '../province.ts';
import { Refused } from '../refusing.ts';
import { openInvitation } from '../storage/invitations.ts';
import { personById } from '../storage/people.ts';
import { unitAndAbove } from '../storage/units.ts';

/** POST: whose invitation it is, before it is accepted. Uses nothing up. */
export const invitationRoute = (app: FastifyInstance, { db, clock }: Province, attempt: Attempt): void => {
  app.post(paths.invitation, { config: { open: true } }, async (request): Promise<InvitationAnswer> => {
    const question = readAs(InvitationQuestion, request.body);
    if (!question) throw new Refused('body-unreadable');
    const code = readInvitationCode(question.invitation);
    return attempt(request.ip, code ?? question.invitation, async () => {
      if (code === undefined) throw new Refused('invitation-unknown');
      const person = await personById(db, await openInvitation(db, code, Math.floor(clock.now() / 1000)));
      if (!person) throw new Refused('invitation-unknown');
      const units = await unitAndAbove(db, person.unit);
      return {
        name: person.name,
        role: person.role,
        units: units.map(({ id, name, type, level, demo }) => ({ id, name, type, level, demo })),
      };
    });
  });
};
