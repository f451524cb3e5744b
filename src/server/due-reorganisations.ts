import type { FastifyInstance } from 'fastify';
import type { Province } from './province.ts';
import { doDueReorganisations } from './storage/reorganisations.ts';

/**
 * Does what has come due before anything else of that day is taken in: work of the day is then judged by the units of the day,
 * whenever the hourly look comes. Must stand before `authentication`, which says whose the caller is.
 */
export const dueReorganisations = (app: FastifyInstance, province: Province): void => {
  app.addHook('onRequest', async (request) => {
    if (request.method === 'POST' && request.routeOptions.url?.startsWith('/api')) await doDueReorganisations(province);
  });
};

const anHour = 60 * 60 * 1000;

/** Looks now and every hour, as long as the process runs. What failed is tried again the next time. */
export const keepReorganising = (province: Province, log: { error(what: object, words: string): void }): void => {
  const look = () =>
    void doDueReorganisations(province).catch((error: Error) => log.error({ kind: error.name }, 'reorganising failed'));
  look();
  setInterval(look, anHour).unref();
};
