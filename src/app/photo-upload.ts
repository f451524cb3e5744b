import type { DetailedError } from 'tus-js-client';
import type { Credentials } from '#app/province-http.ts';
import { ask, refusalIn } from '#app/asking.ts';
import { paths, protocolVersion } from '#protocol/version.ts';
import type { Outcome } from '#sync/ports.ts';
import type { PhotoCarrier, PhotoRecall } from '#sync/photos.ts';

/** Small enough to pass any proxy whole, and to be worth little when it is lost. */
const chunkSize = 128 * 1024;
/** Milliseconds without a byte after which a line is taken for dead. */
const patience = 60_000;

const lost: Outcome<null> = { kind: 'unreachable', timedOut: false };

const outcomeOf = (error: Error | DetailedError): Outcome<null> => {
  const answer = 'originalResponse' in error ? error.originalResponse : null;
  try {
    const refusal = answer ? refusalIn(JSON.parse(answer.getBody())) : undefined;
    return refusal ? { kind: 'refused', refusal } : lost;
  } catch {
    return lost;
  }
};

type Surroundings = {
  /** Where the province is. */
  at: string;
  /** The bytes as tus takes them here. */
  file(bytes: Uint8Array<ArrayBuffer>): unknown;
};
const browser: Surroundings = { at: '', file: (bytes) => new Blob([bytes]) };

/**
 * Carries photos by tus. A photo's address follows from its name, so that every try first asks how much of it is there: after
 * a crash, on another day, or when the last answer was lost.
 */
export const createPhotoCarrier =
  (credentials: Credentials, { at, file } = browser): PhotoCarrier =>
  async ({ name, bytes }, arrived, signal) => {
    const tus = await import('tus-js-client').catch(() => undefined);
    if (!tus || signal.aborted) return lost;
    const { token, language } = await credentials();
    return new Promise((resolve) => {
      let timer: ReturnType<typeof setTimeout>;
      const end = (outcome: Outcome<null>) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', breakOff);
        resolve(outcome);
      };
      const breakOff = () => {
        void upload.abort().catch(() => undefined);
        end(lost);
      };
      const stillAlive = () => {
        clearTimeout(timer);
        timer = setTimeout(breakOff, patience);
      };
      const upload = new tus.Upload(file(bytes) as Blob, {
        endpoint: `${at}${paths.photos}`,
        uploadUrl: `${at}${paths.photos}/${name}`,
        metadata: { name },
        chunkSize,
        headers: {
          'X-Protocol': String(protocolVersion),
          'Accept-Language': language,
          ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        },
        // Whoever calls decides when to try again.
        retryDelays: null,
        storeFingerprintForResuming: false,
        onProgress: stillAlive,
        onChunkComplete: (_size, accepted) => arrived(accepted),
        onError: (error) => end(outcomeOf(error)),
        onSuccess: () => end({ kind: 'answered', answer: null }),
      });
      signal.addEventListener('abort', breakOff, { once: true });
      stillAlive();
      upload.start();
    });
  };

/** Tells the province to let a photo go. */
export const createPhotoRecall =
  (credentials: Credentials, at = ''): PhotoRecall =>
  async (name) =>
    ask({
      path: `${at}${paths.photos}/${name}`,
      method: 'DELETE',
      ...(await credentials()),
      read: async (response) => (response.status === 204 ? null : undefined),
    });
