import { credentialsOf } from '#app/credentials.ts';
import { createPhotoCarrier, createPhotoRecall } from '#app/photo-upload.ts';
import { wallClock } from '#app/wall-clock.ts';
import { webLock } from '#app/web-lock.ts';
import type { Handbook } from '#store/database.ts';
import { waitingCount } from '#store/outbox.ts';
import {
  forgetClosedPhotos,
  nextPhoto,
  nextToLeave,
  notePhotoGone,
  notePhotoReceived,
  notePhotoRefused,
  notePhotoSent,
  reasonsToSendPhotos,
} from '#store/photos.ts';
import { watch } from '#store/watch.ts';
import { createPhotoSending, type PhotoMemory } from '#sync/photos.ts';
import { isSlowLink, whenLinkChanges } from '#ui/slow-link.ts';

export const photoMemory = (db: Handbook): PhotoMemory => ({
  next: (slow) => nextPhoto(db, slow),
  sent: (name, bytes) => notePhotoSent(db, name, bytes),
  nextToLeave: () => nextToLeave(db),
  gone: (name) => notePhotoGone(db, name),
  received: (name) => notePhotoReceived(db, name),
  refused: (name, refusal) => notePhotoRefused(db, name, refusal),
});

/** Lets photos go, after the numbers, as long as the app is open. Returns the stop. */
export const startPhotos = (db: Handbook): (() => Promise<void>) => {
  const sending = createPhotoSending({
    memory: photoMemory(db),
    carry: createPhotoCarrier(credentialsOf(db)),
    recall: createPhotoRecall(credentialsOf(db)),
    slow: isSlowLink,
    clock: wallClock,
    lock: webLock('so-tay-06-photos'),
    chance: Math.random,
  });
  // A page kept for "back", frozen, must not keep the lock.
  const putAway = () => void sending.stop();
  const takenOut = ({ persisted }: PageTransitionEvent) => persisted && void sending.stop().then(() => sending.start());
  window.addEventListener('pagehide', putAway);
  window.addEventListener('pageshow', takenOut);
  window.addEventListener('online', sending.wake);
  const stops = [
    whenLinkChanges(sending.wake),
    watch(() => reasonsToSendPhotos(db), sending.wake),
    watch(
      () => waitingCount(db),
      (numbers) => numbers > 0 && sending.giveWay(),
    ),
  ];
  void forgetClosedPhotos(db).catch(() => undefined);
  sending.start();
  return async () => {
    window.removeEventListener('pagehide', putAway);
    window.removeEventListener('pageshow', takenOut);
    window.removeEventListener('online', sending.wake);
    stops.forEach((stop) => stop());
    await sending.stop();
  };
};
