import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import { networkOf } from './network-of.ts';

/** Where an error happened, without its message: a message of the database can quote what a person wrote. */
export const framesOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .join('\n');

/** One JSON line an event, on stderr: stdout is for people. */
export const logTo = (stream: NodeJS.WritableStream, level: string): FastifyServerOptions['logger'] => ({
  level,
  stream,
  // Fastify's own serialisers write whole addresses and URLs.
  serializers: {
    req: () => ({}),
    res: () => ({}),
    err: (error) => ({ type: error.name, message: error.code, stack: framesOf(error) }),
  },
});

/**
 * One line a request: which route, how it ended, how long it took, from which network. Never a token, a body, a query, a
 * whole address: logs are copied more freely than databases.
 */
export const logging = (app: FastifyInstance): void => {
  app.addHook('onResponse', async (request, reply) => {
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      network: networkOf(request.ip),
    };
    if (request.routeOptions.url?.startsWith('/api/')) request.log.info(line, 'answered');
    else request.log.debug(line, 'answered');
  });
};
