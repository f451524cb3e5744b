import type { FastifyInstance } from 'fastify';
import { readAs } from '#protocol/read.ts';
import { KeyQuestion, type KeyAnswer } from '#protocol/sign-in.ts';
import { paths } from '#protocol/version.ts';
import type { Province } from '../province.ts';
import { Refused } from '../refusing.ts';
import { sealingKey } from '../storage/province-key.ts';
import { registerSigningKey } from '../storage/signing-key.ts';

/** POST: a phone that signed in before there were keys brings its own, and learns the province's (rule T3). */
export const keyRoute = (app: FastifyInstance, { db }: Province): void => {
  app.post(paths.key, async (request): Promise<KeyAnswer> => {
    const question = readAs(KeyQuestion, request.body);
    if (!question) throw new Refused('body-unreadable');
    await registerSigningKey(db, request.caller.device, question.key);
    return { sealingKey: await sealingKey(db) };
  });
};
