import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Caller, Province } from './province.ts';
import { createReaders, type ReadingLimits } from './readers.ts';
import { Refused } from './refusing.ts';
import type { WhyBarred } from './storage/barred.ts';
import { deviceByToken, type OwnedDevice } from './storage/devices.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answered without a token. Every other route under /api is closed. */
    open?: boolean;
    /** Answered to a revoked device and a disabled person as well, who then are `barred` (rule T2). */
    alsoBarred?: boolean;
  }
  interface FastifyRequest {
    /** Set before any closed route runs. */
    caller: Caller;
    barred: WhyBarred | null;
  }
}

const tokenOf = (request: FastifyRequest): string | undefined =>
  /^Bearer ([\w-]{20,100})$/i.exec(request.headers.authorization ?? '')?.[1];

const callerOf = async ({ db }: Province, request: FastifyRequest): Promise<OwnedDevice> => {
  if (request.headers.authorization === undefined) throw new Refused('sign-in-needed');
  const token = tokenOf(request);
  const found = token === undefined ? undefined : await deviceByToken(db, token);
  if (!found) throw new Refused('token-stale');
  return found;
};

const whyBarred = ({ revoked, disabled }: OwnedDevice): WhyBarred | null =>
  revoked ? 'device-revoked' : disabled ? 'person-disabled' : null;

/**
 * Closed by default: a route under /api that does not say `open` answers nobody without a living token. What other systems
 * `read` wants a token of theirs, and a phone's opens none of it.
 */
export const authentication = (app: FastifyInstance, province: Province, reading?: ReadingLimits): void => {
  const readerOf = createReaders(province, reading);
  app.decorateRequest('reader');
  app.decorateRequest('caller');
  app.decorateRequest('barred', null);
  app.addHook('onRequest', async (request, reply) => {
    const { url, config } = request.routeOptions;
    if (request.is404 || config.open || !url?.startsWith('/api')) return;
    if (config.read !== undefined) {
      request.reader = await readerOf(request, reply, config.read);
      return;
    }
    const found = await callerOf(province, request);
    const barred = whyBarred(found);
    if (barred !== null && !config.alsoBarred) throw new Refused(barred);
    request.caller = found.caller;
    request.barred = barred;
  });
};
