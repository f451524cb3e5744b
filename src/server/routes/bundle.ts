import type { FastifyInstance } from 'fastify';
import type { BundleAnswer } from '#protocol/bundle.ts';
import { limits, paths } from '#protocol/version.ts';
import { deliverBundle } from '../deliver-bundle.ts';
import type { Province } from '../province.ts';
import { Refused } from '../refusing.ts';

/** POST: a bundle in its text form, from whoever carries it (rule T3). The only route that takes plain text. */
export const bundleRoute = (app: FastifyInstance, province: Province): void => {
  void app.register(async (here) => {
    here.addContentTypeParser(
      'text/plain',
      { parseAs: 'string', bodyLimit: limits.bundleCharacters },
      (_request, body, done) => done(null, body),
    );
    here.post(paths.bundle, async (request, reply): Promise<BundleAnswer> => {
      const { body } = request;
      if (body === undefined) throw new Refused('body-unreadable');
      if (typeof body !== 'string') throw new Refused('body-kind-unknown');
      reply.header('Cache-Control', 'no-store');
      return deliverBundle(province, request.caller, body);
    });
  });
};
