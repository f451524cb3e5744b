import { mkdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import type { FastifyRequest } from 'fastify';
import { photoLimits, type PhotoName } from '#model/photo.ts';
import { paths } from '#protocol/version.ts';
import { examinePhoto, type Picture } from './photo-files.ts';

export type PhotoUploads = {
  /** One request of the tus protocol about the upload of this name, answered. */
  answer(request: FastifyRequest, name: PhotoName): Promise<Response>;
  /** The picture, when all bytes of this name are here; undefined while some are missing. Throws Refused. */
  whole(name: PhotoName): Promise<Picture | undefined>;
};

/** As web standards say it; Fastify has read nothing of the body. */
const asked = ({ method, url, headers, raw }: FastifyRequest): Request => {
  const said = new Headers();
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) said.set(name, String(value));
  const body = method === 'PATCH' ? { body: Readable.toWeb(raw) as ReadableStream, duplex: 'half' as const } : {};
  return new Request(new URL(url, 'http://province'), { method, headers: said, ...body });
};

/**
 * Uploads that go on where they broke off (tus 1.0), as files in one folder. An upload is named by its photo, so that a
 * phone that lost its place, or never knew it, finds it again; how much has arrived is the length of the file.
 */
export const photoUploads = (directory: string): PhotoUploads => {
  const names = new WeakMap<object, PhotoName>();
  const nameOf = (request: object): PhotoName => names.get(request)!;
  const open = () => {
    const store = new FileStore({ directory });
    const tus = new Server({
      path: paths.photos,
      datastore: store,
      maxSize: photoLimits.bytes,
      relativeLocation: true,
      // Ours alone: nothing of it is for pages of others.
      allowedOrigins: () => false,
      namingFunction: nameOf,
      getFileIdFromRequest: nameOf,
    });
    return { store, tus };
  };
  let opened: ReturnType<typeof open> | undefined;
  /** With the first photo and not before: a province that wants none has no folder for them. */
  const uploads = async () => {
    await mkdir(directory, { recursive: true });
    return (opened ??= open());
  };
  return {
    answer: async (request, name) => {
      const { tus } = await uploads();
      const question = asked(request);
      names.set(question, name);
      return tus.handleWeb(question);
    },
    whole: async (name) => {
      const { store } = await uploads();
      const upload = await store.getUpload(name).catch(() => undefined);
      return upload && upload.offset === upload.size ? examinePhoto(directory, name) : undefined;
    },
  };
};
