import type { RequestRefusalCode } from '#protocol/refusals.ts';
import { paths } from '#protocol/version.ts';
import type { Described } from './description.ts';

const sendingPhotos: RequestRefusalCode[] = [
  'query-unreadable',
  'role-too-low',
  'unit-out-of-scope',
  'photos-off',
  'photo-entry-unknown',
  'photo-entry-withdrawn',
  'photos-enough',
  'photo-too-late',
  'photo-too-large',
];

const examiningPhotos: RequestRefusalCode[] = ['photo-unreadable', 'photo-says-more'];

const onePhoto = `${paths.photos}/{photo}`;

/** Photos of sessions, where a province turns them on. */
export const describedPhotos: Described[] = [
  {
    path: paths.photos,
    method: 'post',
    summary:
      'Begins the upload of a photo (tus 1.0); Upload-Metadata holds its `name`, as src/model/photo.ts writes it',
    answer: null,
    done: 201,
    refusals: sendingPhotos,
  },
  {
    path: onePhoto,
    method: 'head',
    summary: 'How much of a photo has arrived (tus 1.0)',
    answer: null,
    refusals: [...sendingPhotos, ...examiningPhotos],
  },
  {
    path: onePhoto,
    method: 'patch',
    summary: 'The next bytes of a photo (tus 1.0); the last ones are acknowledged once it is kept (rule S1)',
    body: 'application/offset+octet-stream: bytes from Upload-Offset on',
    answer: null,
    done: 204,
    refusals: [...sendingPhotos, ...examiningPhotos],
  },
  {
    path: onePhoto,
    method: 'get',
    summary: 'A photo, for the team that took it and the officers above it',
    answer: { picture: 'image/jpeg, at most 1280 pixels on its long edge' },
    refusals: ['not-found'],
  },
  {
    path: onePhoto,
    method: 'delete',
    summary: 'Deletes a photo for good; only who took it may',
    answer: null,
    done: 204,
    refusals: ['not-found', 'role-too-low'],
  },
];
