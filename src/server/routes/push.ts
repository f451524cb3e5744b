import type { FastifyInstance } from 'fastify';
import { decodePush } from '#protocol/push.ts';
import type { Receipt } from '#protocol/receipt.ts';
import { paths, type Understood } from '#protocol/version.ts';
import type { Province } from '../province.ts';
import { Refused } from '../refusing.ts';
import { takeFromBarred } from '../storage/barred.ts';
import { acceptBatch } from '../storage/ledger.ts';

/**
 * POST: a batch as it travelled, answered with its receipt once it is on disk (rules P3, P4, S1). From a revoked device or
 * a disabled person it is put by for an officer (rule T2).
 */
export const pushRoute = (app: FastifyInstance, province: Province, versions?: Understood): void => {
  app.post(paths.push, { config: { alsoBarred: true } }, async (request, reply): Promise<Receipt> => {
    const { body } = request;
    if (body === undefined) throw new Refused('body-unreadable');
    if (!(body instanceof Uint8Array)) throw new Refused('body-kind-unknown');
    const read = await decodePush(new Uint8Array(body), versions);
    if (read.kind === 'refused') throw new Refused(read.code, read.params);
    reply.header('Cache-Control', 'no-store');
    const { caller, barred } = request;
    return barred ? takeFromBarred(province, caller, barred, read.push) : acceptBatch(province, caller, read.push);
  });
};
