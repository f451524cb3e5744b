import type { FastifyInstance } from 'fastify';
import { paths, protocolVersion } from '#protocol/version.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import type { Province } from '../province.ts';
import { lastMigration } from '../storage/last-migration.ts';
import { provinceUnit } from '../storage/units.ts';

/** GET: whether we could answer anything at all. For a watchman; it says nothing about anybody. */
export const healthRoute = (app: FastifyInstance, { db }: Province): void => {
  app.get(paths.health, { config: { open: true } }, async (_request, reply) => {
    const province = await provinceUnit(db);
    reply.header('Cache-Control', 'no-store');
    return {
      status: province ? 'ready' : 'not-set-up',
      version: packageJson.version,
      protocol: protocolVersion,
      migration: await lastMigration(db),
    };
  });
};
