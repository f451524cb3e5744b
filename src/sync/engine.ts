import { waitBefore } from '#sync/backoff.ts';
import { deliverCarried } from '#sync/bundle-deliver.ts';
import { registerKey } from '#sync/bundle-key.ts';
import type { Chance, Clock, Lock, Memory, Province } from '#sync/ports.ts';
import { pullAll } from '#sync/pull.ts';
import { newBatchSize, pushAll } from '#sync/push.ts';
import { waitsForPerson, type Trouble } from '#sync/trouble.ts';
import { fetchViews } from '#sync/views.ts';

export type Sync = {
  /** There may be something to do: something was saved, the screen was opened, a network came. Cheap, and never wrong. */
  wake(): void;
  start(): void;
  /** Resolves when nothing of this engine runs any more. */
  stop(): Promise<void>;
  /** Resolves when it has nothing to do, or waits before trying again. */
  idle(): Promise<void>;
};

type Hands = { memory: Memory; province: Province; clock: Clock; lock: Lock; chance: Chance };

/**
 * Carries operations to the province and the team's work back, for as long as it runs. It holds no state a crash could
 * lose: what is to be sent and how far was read stand in memory, on disk. Make as many as you like.
 */
export const createSync = ({ memory, province, clock, lock, chance }: Hands): Sync => {
  const size = newBatchSize();
  let stopping: AbortController | null = null;
  let running: Promise<void> = Promise.resolve();
  let failures = 0;
  /** The province asked not to be asked before this ends. Slept and not reckoned: the hands of a clock can be moved (rule M3). */
  let heldOff: Promise<void> | null = null;
  let woken = false;
  /** Resting, a wake-up is heard at once; held off by the province, it is not. */
  let state: 'working' | 'resting' | 'held-off' = 'working';
  let rouse = () => {};
  let whenIdle: (() => void)[] = [];

  const isIdle = () => !stopping || state === 'held-off' || (state === 'resting' && !woken);
  const tellIdle = () => {
    if (!isIdle()) return;
    whenIdle.forEach((tell) => tell());
    whenIdle = [];
  };

  const round = async (): Promise<Trouble | null> => {
    const device = await memory.device();
    if (!device) return null;
    await memory.note({ kind: 'trying', at: clock.now() });
    const trouble =
      (await pushAll(memory, province, device.number, size)) ??
      (await pullAll(memory, province)) ??
      (await fetchViews(memory, province)) ??
      (await deliverCarried(memory, province));
    if (trouble) return trouble;
    await registerKey(memory, province);
    await memory.note({ kind: 'done', at: clock.now() });
    return null;
  };

  const holdOff = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
    const asked = clock.sleep(milliseconds, signal);
    heldOff = asked;
    await asked;
    if (heldOff === asked) heldOff = null;
  };

  /** Milliseconds to rest, or null until somebody wakes us. */
  const restAfter = async (trouble: Trouble | null, signal: AbortSignal): Promise<number | null> => {
    const at = clock.now();
    if (!trouble) {
      failures = 0;
      return null;
    }
    failures++;
    const wait = Math.max(waitBefore(failures, chance), trouble.kind === 'refused' ? (trouble.until ?? 0) : 0);
    if (trouble.kind !== 'refused') {
      await memory.note({ kind: trouble.kind, at, nextTryAt: at + wait });
      return wait;
    }
    if (trouble.until !== undefined) void holdOff(trouble.until, signal);
    const forPerson = waitsForPerson(trouble);
    await memory.note({
      kind: 'refused',
      at,
      refusal: trouble.refusal,
      nextTryAt: forPerson ? null : at + wait,
    });
    return forPerson ? null : wait;
  };

  const rest = async (milliseconds: number | null, signal: AbortSignal): Promise<void> => {
    state = 'resting';
    tellIdle();
    const alarm = new AbortController();
    rouse = () => alarm.abort();
    signal.addEventListener('abort', rouse, { once: true });
    if (signal.aborted || woken) rouse();
    // Far longer than any wake-up is away; a timer in a browser cannot count further.
    await clock.sleep(milliseconds ?? 2 ** 31 - 1, alarm.signal);
    signal.removeEventListener('abort', rouse);
    rouse = () => {};
    if (heldOff && !signal.aborted) {
      state = 'held-off';
      tellIdle();
      await heldOff;
    }
    state = 'working';
  };

  const run = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      woken = false;
      let trouble: Trouble | null;
      try {
        trouble = await round();
      } catch {
        // What is on disk stays, and the next round reads it anew.
        trouble = { kind: 'phone' };
      }
      let wait: number | null;
      try {
        wait = await restAfter(trouble, signal);
      } catch {
        wait = waitBefore(++failures, chance);
      }
      if (!signal.aborted) await rest(woken ? 0 : wait, signal);
    }
  };

  return {
    wake() {
      woken = true;
      rouse();
    },
    start() {
      if (stopping) return;
      stopping = new AbortController();
      const { signal } = stopping;
      state = 'working';
      running = lock.whileHeld(() => run(signal), signal);
    },
    async stop() {
      stopping?.abort();
      await running;
      stopping = null;
      tellIdle();
    },
    idle: () => (isIdle() ? Promise.resolve() : new Promise((tell) => whenIdle.push(tell))),
  };
};
