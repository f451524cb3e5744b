import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Metadata } from '@tus/server';
import { isOfficer } from '#model/person.ts';
import { photoLimits, type PhotoName } from '#model/photo.ts';
import { paths } from '#protocol/version.ts';
import { fileOf, removePhotoFile } from '../photo-files.ts';
import { photoUploads } from '../photo-uploads.ts';
import type { Province } from '../province.ts';
import { Refused } from '../refusing.ts';
import { noteReading } from '../storage/audit.ts';
import { forgetPhoto, keepPhoto, photoByName, photoInScope, welcomePhoto, type Welcome } from '../storage/photos.ts';

type Named = { Params: { photo: PhotoName } };

const nameAtCreation = ({ headers }: FastifyRequest): PhotoName => {
  try {
    return Metadata.parse(String(headers['upload-metadata']))['name'] ?? '';
  } catch {
    throw new Refused('query-unreadable');
  }
};

const sendAnswer = async (reply: FastifyReply, answer: Response): Promise<FastifyReply> => {
  for (const [name, value] of answer.headers) if (name !== 'content-length') reply.header(name, value);
  return reply.code(answer.status).send(answer.status === 204 ? null : await answer.text());
};

/**
 * Photos of sessions, sent by the tus protocol (POST, HEAD, PATCH) so that a broken upload goes on where it broke off, and
 * looked at (GET) by the team and by the officers above it, and deleted (DELETE) by who took them. A photo is the province's once its row stands; until then a
 * phone asks again.
 */
export const photosRoute = (app: FastifyInstance, province: Province, directory: string): void => {
  const uploads = photoUploads(directory);
  // The body is read by tus itself, as it comes.
  app.addContentTypeParser('application/offset+octet-stream', (_request, _body, done) => done(null));

  /** A crash between the last byte and the row is mended when the phone asks again. */
  const keptOrWhole = async (welcome: Welcome): Promise<number | undefined> => {
    const kept = await photoByName(province.db, welcome.name);
    if (kept) return kept.bytes;
    const picture = await uploads.whole(welcome.name);
    if (!picture) return undefined;
    await keepPhoto(province.db, { ...welcome, ...picture, received_at: Math.floor(province.clock.now() / 1000) });
    return picture.bytes;
  };
  const alreadyHere = (reply: FastifyReply, bytes: number) =>
    reply.headers({ 'Tus-Resumable': '1.0.0', 'Upload-Offset': bytes, 'Upload-Length': bytes });

  app.post(paths.photos, async (request, reply) => {
    const length = Number(request.headers['upload-length']);
    if (!(length <= photoLimits.bytes)) throw new Refused('photo-too-large', { most: photoLimits.bytes / 1000 });
    const { name } = await welcomePhoto(province, request.caller, nameAtCreation(request));
    return sendAnswer(reply, await uploads.answer(request, name));
  });

  app.head<Named>(`${paths.photos}/:photo`, async (request, reply) => {
    const welcome = await welcomePhoto(province, request.caller, request.params.photo);
    const bytes = await keptOrWhole(welcome);
    if (bytes !== undefined) return alreadyHere(reply, bytes).header('Cache-Control', 'no-store').send();
    return sendAnswer(reply, await uploads.answer(request, welcome.name));
  });

  app.patch<Named>(`${paths.photos}/:photo`, async (request, reply) => {
    const welcome = await welcomePhoto(province, request.caller, request.params.photo);
    const answer = await uploads.answer(request, welcome.name);
    // Said only once the row stands (rule S1).
    if (answer.ok) await keptOrWhole(welcome);
    return sendAnswer(reply, answer);
  });

  app.get<Named>(`${paths.photos}/:photo`, { exposeHeadRoute: false }, async (request, reply) => {
    const { caller } = request;
    const { name, unit_id: unit, entry_id: subject } = await photoInScope(province.db, caller, request.params.photo);
    const path = fileOf(directory, name);
    // A province restored without its folder of photos.
    if (!(await stat(path).catch(() => undefined))) throw new Refused('not-found');
    if (isOfficer(caller.person.role)) {
      const at = Math.floor(province.clock.now() / 1000);
      await noteReading(province.db, caller, { act: 'photo.read', unit, subject }, at);
    }
    return reply.type('image/jpeg').header('Cache-Control', 'no-store').send(createReadStream(path));
  });

  app.delete<Named>(`${paths.photos}/:photo`, async (request, reply) => {
    const { photo } = request.params;
    await forgetPhoto(province, request.caller, photo);
    await removePhotoFile(directory, photo);
    return reply.code(204).send();
  });
};
