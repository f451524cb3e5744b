import type { FastifyInstance } from 'fastify';
import type { ProvinceDatabase } from './province.ts';

/** Under this a supervisor's own patience (10 s with Docker) does not run out first. */
const patience = 8_000;

/**
 * SIGTERM and SIGINT: answers what is under way, closes the database, exits 0. Further signals are the same wish again: npm
 * and a terminal both pass Ctrl-C on.
 */
export const stopOnSignal = (app: FastifyInstance, db: ProvinceDatabase): void => {
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    // Whoever holds a connection open longer is cut off: what was not acknowledged is sent again (rule P3).
    setTimeout(() => app.server.closeAllConnections(), patience).unref();
    await app.close();
    await db.destroy();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => (stopping ??= stop()));
};
