import type { FastifyInstance } from 'fastify';
import { paths } from '#protocol/version.ts';
import { openapiDocument } from './openapi/document.ts';

/** GET: what can be asked here, for programs and their writers. */
export const openapiRoute = (app: FastifyInstance): void => {
  let document: object | undefined;
  app.get(paths.openapi, { config: { open: true } }, async () => (document ??= openapiDocument()));
};
