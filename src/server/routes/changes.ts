import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { isOfficer } from '#model/person.ts';
import { paths } from '#protocol/version.ts';
import { createChanges, type Listener } from '../changes.ts';
import type { Province } from '../province.ts';
import { Refused } from '../refusing.ts';

/** A listener that does not read what it is sent is dropped before it fills the memory. */
const unreadAtMost = 64 * 1024;

/** GET: for officers, in which communes something changed, for as long as they listen (protocol/changes.ts). */
export const changesRoute = (app: FastifyInstance, province: Province): void => {
  const changes = createChanges(province);
  // A server that stops does not wait for those who listen.
  app.addHook('preClose', async () => changes.endAll());

  app.get(paths.changes, async (request, reply) => {
    const { caller } = request;
    if (!isOfficer(caller.person.role)) throw new Refused('role-too-low');
    const stream = new PassThrough();
    const listener: Listener = {
      caller,
      send: (text) => (stream.writableLength > unreadAtMost ? stream.destroy() : stream.write(text)),
      end: () => stream.end(),
    };
    changes.listen(listener);
    const left = () => changes.left(listener);
    stream.on('close', left);
    stream.on('finish', left);
    request.raw.on('close', () => stream.destroy());
    stream.write(': .\n\n');
    return reply
      .type('text/event-stream; charset=utf-8')
      .headers({ 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' })
      .send(stream);
  });
};
