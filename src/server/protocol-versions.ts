import type { FastifyInstance } from 'fastify';
import { notUnderstood, understood, type Understood } from '#protocol/version.ts';
import { Refused } from './refusing.ts';

/**
 * A phone that says in X-Protocol that it speaks a version we do not is told so before anything else, also when it only
 * asks (rule L4). Whoever says nothing is no phone of ours, and is answered.
 */
export const protocolVersions = (app: FastifyInstance, versions: Understood = understood): void => {
  app.addHook('onRequest', async ({ headers }) => {
    const { 'x-protocol': said } = headers;
    const strange = said === undefined ? null : notUnderstood(Number(said), versions);
    if (strange) throw new Refused(strange.code, strange.params);
  });
};
