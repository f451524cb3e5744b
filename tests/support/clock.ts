import type { Clock } from '#sync/ports.ts';

/** A clock that stands still until it is told to go. Milliseconds. */
export type SetClock = { now(): number; set(instant: number): void; pass(milliseconds: number): void };

/** 12/11/2026, 08:00 in Vietnam. */
export const morning = Date.UTC(2026, 10, 12, 1);

export const clockAt = (instant = morning): SetClock => {
  let now = instant;
  return {
    now: () => now,
    set: (to) => void (now = to),
    pass: (milliseconds) => void (now += milliseconds),
  };
};

/**
 * A clock whose sleepers wake when it is turned, and not before: what a device's engine lives by in a test. `misset` moves
 * its hands alone, as a person does: those asleep sleep no longer and no shorter for it.
 */
export type TurningClock = SetClock & Clock & { misset(by: number): void; sleepers(): number };

export const turningClock = (instant = morning): TurningClock => {
  const clock = clockAt(instant);
  let wrongBy = 0;
  let asleep: { until: number; wake: () => void }[] = [];
  const wakeDue = () => {
    const due = asleep.filter(({ until }) => until <= clock.now());
    due.forEach(({ wake }) => wake());
  };
  return {
    now: () => clock.now() + wrongBy,
    set: (to) => (clock.set(to - wrongBy), wakeDue()),
    pass: (milliseconds) => (clock.pass(milliseconds), wakeDue()),
    misset: (by) => void (wrongBy += by),
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal.aborted || milliseconds <= 0) return resolve();
        const sleeper = { until: clock.now() + milliseconds, wake: () => wake() };
        const wake = () => {
          asleep = asleep.filter((other) => other !== sleeper);
          resolve();
        };
        asleep.push(sleeper);
        signal.addEventListener('abort', wake, { once: true });
      }),
    sleepers: () => asleep.length,
  };
};
