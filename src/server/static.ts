import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answerRefusal } from './errors.ts';
import { Refused } from './refusing.ts';

/** The build names these by their content: a changed file has another name. */
const hashed = /\/assets\/[^/]+-[\w-]{8,}\.\w+$/;
const forever = 'public, max-age=31536000, immutable';

const isNavigation = ({ method, headers, url }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  !/^\/api(\/|$|\?)/.test(url) &&
  // A file that is not there is missing, not a place in the app.
  !/\.\w+$/.test(url.split('?')[0]!) &&
  (headers.accept ?? '*/*').split(',').some((kind) => /^\s*(text\/html|\*\/\*)/.test(kind));

/** Serves the built app, and answers every deep link with its page. Without a build only /api is there. */
export const staticFiles = async (app: FastifyInstance, directory: string | undefined): Promise<void> => {
  const built = directory !== undefined && existsSync(`${directory}/index.html`);
  if (built)
    await app.register(fastifyStatic, {
      root: directory,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const known = path.replace(/\.(br|gz)$/, '').replaceAll('\\', '/');
        // Whatever keeps its name, the service worker above all, is asked for again each time.
        reply.header('Cache-Control', hashed.test(known) ? forever : 'no-cache');
        if (basename(known).endsWith('.webmanifest')) reply.type('application/manifest+json');
      },
    });
  app.setNotFoundHandler((request, reply) =>
    built && isNavigation(request)
      ? reply.sendFile('index.html')
      : answerRefusal(new Refused('not-found'), request, reply),
  );
};
