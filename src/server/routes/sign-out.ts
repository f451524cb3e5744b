import type { FastifyInstance } from 'fastify';
import { paths } from '#protocol/version.ts';
import type { Province } from '../province.ts';
import { revokeDevice } from '../storage/devices.ts';

/** POST: the calling device's token is worth nothing from now on. */
export const signOutRoute = (app: FastifyInstance, { db, clock }: Province): void => {
  app.post(paths.signOut, async (request, reply) => {
    const { device, person } = request.caller;
    await revokeDevice(db, device, Math.floor(clock.now() / 1000), person.id);
    return reply.type('application/json; charset=utf-8').send('null');
  });
};
