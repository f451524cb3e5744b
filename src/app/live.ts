import { isOfficer } from '#model/person.ts';
import { silentFor } from '#protocol/changes.ts';
import { paths, protocolVersion } from '#protocol/version.ts';
import type { Credentials } from '#app/province-http.ts';
import type { Handbook } from '#store/database.ts';
import { situation } from '#store/situation.ts';
import { wantedViews } from '#store/views.ts';
import { watch } from '#store/watch.ts';
import { waitBefore } from '#sync/backoff.ts';
import type { Chance, Clock } from '#sync/ports.ts';

type Hands = { db: Handbook; credentials: Credentials; clock: Clock; chance: Chance; wake: () => void };

/** News come in bursts when many teams send: pages are read again at most this often, in milliseconds. */
const wakeEvery = 700;
/** How often to ask oneself whether a screen still wants news. */
const lookEvery = 20_000;

/**
 * Hears from the province that something changed and wakes sync, which then reads the pages that are open: for officers,
 * while a screen wants any. Where no stream comes through, the usual looking now and then goes on as ever. Resolves once
 * the signal fires.
 */
export const followChanges = async (hands: Hands, signal: AbortSignal): Promise<void> => {
  const { clock, chance } = hands;
  for (let failures = 0; !signal.aborted;) {
    await untilWanted(hands, signal);
    if (signal.aborted) return;
    const heard = await listen(hands, signal);
    failures = heard ? 0 : failures + 1;
    if (!signal.aborted) await clock.sleep(waitBefore(failures + 1, chance), signal);
  }
};

const isWanted = async ({ db, clock }: Hands): Promise<boolean> => {
  const known = await situation(db);
  return known !== undefined && isOfficer(known.person.role) && (await wantedViews(db, clock)).length > 0;
};

const untilWanted = (hands: Hands, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      stop();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const stop = watch(
      async () => ((await isWanted(hands)) ? 1 : 0),
      (wanted) => void (wanted === 1 && done()),
    );
    signal.addEventListener('abort', done, { once: true });
  });

/** Reads one stream to its end. Whether the province spoke at all. */
const listen = async (hands: Hands, signal: AbortSignal): Promise<boolean> => {
  const { clock, credentials, wake } = hands;
  const giveUp = new AbortController();
  const end = () => giveUp.abort();
  signal.addEventListener('abort', end, { once: true });
  const wakeSoon = atMostEvery(wakeEvery, wake, giveUp.signal, clock);
  let lastWord = clock.now();
  let heard = false;
  const looking = setInterval(() => {
    if (Math.abs(clock.now() - lastWord) > silentFor) end();
    else void isWanted(hands).then((wanted) => wanted || end(), end);
  }, lookEvery);
  try {
    const { token, language } = await credentials();
    const response = await fetch(paths.changes, {
      headers: {
        Accept: 'text/event-stream',
        'X-Protocol': String(protocolVersion),
        'Accept-Language': language,
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      },
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: giveUp.signal,
    });
    const isStream = response.headers.get('Content-Type')?.startsWith('text/event-stream');
    if (!response.ok || !isStream || !response.body) return false;
    heard = true;
    // What happened while nobody listened.
    wakeSoon();
    await eachEvent(response.body, (event) => {
      lastWord = clock.now();
      if (event === 'changed') wakeSoon();
    });
  } catch {
    // The line went, or nobody wants it any more.
  } finally {
    clearInterval(looking);
    signal.removeEventListener('abort', end);
    end();
  }
  return heard;
};

/** The name of each event as it comes; '' for a comment. */
const eachEvent = async (body: ReadableStream<Uint8Array>, told: (event: string) => void): Promise<void> => {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    text += decoder.decode(value, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) told(/^event: (.*)$/m.exec(block)?.[1] ?? '');
  }
};

/** At once, and after that not sooner than `every` milliseconds later: the last call is never dropped. */
const atMostEvery = (every: number, act: () => void, signal: AbortSignal, clock: Clock): (() => void) => {
  let [resting, again] = [false, false];
  const run = async () => {
    resting = true;
    for (again = true; again && !signal.aborted;) {
      again = false;
      act();
      await clock.sleep(every, signal);
    }
    resting = false;
  };
  return () => {
    again = true;
    if (!resting) void run();
  };
};
