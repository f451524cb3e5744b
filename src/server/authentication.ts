import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Caller, Province } from './province.ts';
import { Refused } from './refusing.ts';
import { deviceByToken } from './storage/devices.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answered without a token. Every other route under /api is closed. */
    open?: boolean;
  }
  interface FastifyRequest {
    /** Set before any closed route runs. */
    caller: Caller;
  }
}

const tokenOf = (request: FastifyRequest): string | undefined =>
  /^Bearer ([\w-]{20,100})$/i.exec(request.headers.authorization ?? '')?.[1];

const callerOf = async ({ db }: Province, request: FastifyRequest): Promise<Caller> => {
  if (request.headers.authorization === undefined) throw new Refused('sign-in-needed');
  const token = tokenOf(request);
  const found = token === undefined ? undefined : await deviceByToken(db, token);
  if (!found) throw new Refused('token-stale');
  if (found.revoked) throw new Refused('device-revoked');
  if (found.disabled) throw new Refused('person-disabled');
  return found.caller;
};

/** Closed by default: a route under /api that does not say `open` answers nobody without a living token. */
export const authentication = (app: FastifyInstance, province: Province): void => {
  app.decorateRequest('caller');
  app.addHook('onRequest', async (request) => {
    const { url, config } = request.routeOptions;
    if (request.is404 || config.open || !url?.startsWith('/api')) return;
    request.caller = await callerOf(province, request);
  });
};
