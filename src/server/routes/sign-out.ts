import type { FastifyInstance } from 'fastify';
import { paths } from '#protocol/version.ts';
import type { Province } from '../province.ts';
import { noteAct } from '../storage/audit.ts';
import { revokeDevice } from '../storage/devices.ts';

/** POST: the calling device's token is worth nothing from now on. */
export const signOutRoute = (app: FastifyInstance, { db, clock }: Province): void => {
  app.post(paths.signOut, async (request, reply) => {
    const { caller } = request;
    const { device, person } = caller;
    const at = Math.floor(clock.now() / 1000);
    await db.transaction().execute(async (tx) => {
      await revokeDevice(tx, device, at, person.id);
      await noteAct(tx, caller, { act: 'device.signed-out', unit: person.unit, subject: device }, at);
    });
    return reply.type('application/json; charset=utf-8').send('null');
  });
};
