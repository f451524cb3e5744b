import type { FastifyInstance } from 'fastify';
import { calendarFile } from '#model/calendar-file.ts';
import { readAs } from '#protocol/read.ts';
import { CalendarQuestion } from '#protocol/settings.ts';
import { paths } from '#protocol/version.ts';
import type { Province } from '../province.ts';
import { Refused } from '../refusing.ts';
import { readSettings } from '../storage/settings.ts';
import { wordsIn } from '../words.ts';

/**
 * GET: the reporting days and holidays of a level, to subscribe to. Open, because a calendar app has no token: it holds
 * nothing about anybody.
 */
export const calendarRoute = (app: FastifyInstance, { db, clock }: Province): void => {
  app.get(paths.calendar, { config: { open: true } }, async (request, reply) => {
    const question = readAs(CalendarQuestion, request.query);
    if (!question) throw new Refused('query-unreadable');
    const words = wordsIn(question.language);
    const say = (key: string, params = {}) => words(key, { ns: 'calendar', ...params });
    const file = calendarFile(question.level, await readSettings(db), clock.now(), say);
    return reply.type('text/calendar; charset=utf-8').header('Cache-Control', 'public, max-age=3600').send(file);
  });
};
