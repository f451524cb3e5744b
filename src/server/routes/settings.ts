import type { FastifyInstance, FastifyRequest } from 'fastify';
import { levelOfRole } from '#model/person.ts';
import type { ProvinceSettings } from '#model/settings.ts';
import { readAs } from '#protocol/read.ts';
import { SettingsChange } from '#protocol/settings.ts';
import { paths } from '#protocol/version.ts';
import type { Province } from '../province.ts';
import { Refused } from '../refusing.ts';
import { changeSettings } from '../storage/change-settings.ts';
import { readSettings } from '../storage/settings.ts';

const forTheProvince = ({ caller }: FastifyRequest): void => {
  if (levelOfRole[caller.person.role] !== 'province') throw new Refused('role-too-low');
};

/** GET, POST: what the province decided for itself, for its own officers. Everybody else reads it in the situation. */
export const settingsRoute = (app: FastifyInstance, province: Province): void => {
  app.get(paths.settings, async (request, reply): Promise<ProvinceSettings> => {
    forTheProvince(request);
    reply.header('Cache-Control', 'no-store');
    return readSettings(province.db);
  });

  app.post(paths.settings, async (request, reply): Promise<ProvinceSettings> => {
    forTheProvince(request);
    const change = readAs(SettingsChange, request.body);
    if (!change) throw new Refused('body-unreadable');
    const { caller } = request;
    const by = { actor: caller, unit: caller.province, at: Math.floor(province.clock.now() / 1000) };
    const changed = await changeSettings(province.db, change, by);
    if (changed.kind === 'periods-closed') throw new Refused('periods-closed');
    reply.header('Cache-Control', 'no-store');
    return changed.settings;
  });
};
