import type { FastifyInstance } from 'fastify';
import { readAs } from '#protocol/read.ts';
import { UnitsQuestion } from '#protocol/units.ts';
import { paths } from '#protocol/version.ts';
import { sendCompressed } from '../compressed.ts';
import type { Province } from '../province.ts';
import { Refused } from '../refusing.ts';
import { unitProfileFor } from '../storage/unit-profile.ts';
import { unitsFor } from '../storage/unit-tree.ts';

/** GET: the units of an area with what they were called before, and one of them on a page. */
export const unitsRoute = (app: FastifyInstance, province: Province): void => {
  const answering = (path: string, page: typeof unitsFor | typeof unitProfileFor) =>
    app.get(path, async (request, reply) => {
      const question = readAs(UnitsQuestion, request.query);
      if (!question) throw new Refused('query-unreadable');
      const answer = await page(province, request.caller, question);
      return sendCompressed(request, reply, Buffer.from(JSON.stringify(answer)), 'application/json; charset=utf-8');
    });
  answering(paths.units, unitsFor);
  answering(paths.unitProfile, unitProfileFor);
};
