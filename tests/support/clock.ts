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
