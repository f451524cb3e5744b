import type { FastifyInstance } from 'fastify';
import { DeviceCommand, DevicesQuestion } from '#protocol/devices.ts';
import { readAs } from '#protocol/read.ts';
import { paths } from '#protocol/version.ts';
import { sendCompressed } from '../compressed.ts';
import type { Province } from '../province.ts';
import { Refused } from '../refusing.ts';
import { devicesFor } from '../storage/device-list.ts';
import { actOnDevice, type DeviceAct } from '../storage/lock-out.ts';

/** GET: the people of a unit and their devices. POST: locks a device out, or lets it in again (rule T2). */
export const devicesRoute = (app: FastifyInstance, province: Province): void => {
  app.get(paths.devices, async (request, reply) => {
    const question = readAs(DevicesQuestion, request.query);
    if (!question) throw new Refused('query-unreadable');
    const page = await devicesFor(province, request.caller, question);
    return sendCompressed(request, reply, Buffer.from(JSON.stringify(page)), 'application/json; charset=utf-8');
  });

  const onDevice = (path: string, act: DeviceAct) =>
    app.post(path, async (request) => {
      const command = readAs(DeviceCommand, request.body);
      if (!command) throw new Refused('body-unreadable');
      return actOnDevice(province, request.caller, act, command.device);
    });
  onDevice(paths.revokeDevice, 'revoke');
  onDevice(paths.restoreDevice, 'restore');
};
