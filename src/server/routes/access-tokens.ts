import type { FastifyInstance } from 'fastify';
import { MakeToken, RevokeToken, type AccessToken, type MadeToken } from '#protocol/access.ts';
import { readAs } from '#protocol/read.ts';
import { paths } from '#protocol/version.ts';
import { sendCompressed } from '../compressed.ts';
import type { Province } from '../province.ts';
import { Refused } from '../refusing.ts';
import { makeToken, revokeToken, tokensFor } from '../storage/access-tokens.ts';

/** GET: the tokens of other systems, for the province's officers. POST: makes one, or answers one no longer. */
export const accessTokensRoute = (app: FastifyInstance, province: Province): void => {
  app.get(paths.tokens, async (request, reply) => {
    const page = await tokensFor(province, request.caller);
    return sendCompressed(request, reply, Buffer.from(JSON.stringify(page)), 'application/json; charset=utf-8');
  });

  app.post(paths.tokens, async (request, reply): Promise<MadeToken> => {
    const wish = readAs(MakeToken, request.body);
    if (!wish) throw new Refused('body-unreadable');
    reply.header('Cache-Control', 'no-store');
    return makeToken(province, request.caller, wish);
  });

  app.post(paths.revokeToken, async (request): Promise<AccessToken> => {
    const command = readAs(RevokeToken, request.body);
    if (!command) throw new Refused('body-unreadable');
    return revokeToken(province, request.caller, command.token);
  });
};
