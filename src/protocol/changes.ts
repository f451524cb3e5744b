import * as v from 'valibot';

/**
 * What GET paths.changes tells for as long as it is read, as server-sent events: 'changed', with the communes (or the
 * province, for what is its own) in which something was accepted or decided since the event before. It says that there is
 * something to read, never what: a device reads its open pages again by their own routes, with its own rights. Comments come
 * in between, so that a line that fell silent is known to be dead.
 */
export const Changed = v.object({ units: v.array(v.string()) });
export type Changed = v.InferOutput<typeof Changed>;

/** Milliseconds. A stream that was silent for longer than two heartbeats and a half is given up. */
export const heartbeatEvery = 15_000;
export const silentFor = 2.5 * heartbeatEvery;

/** Of one person at a time: a few devices with a browser each. */
export const streamsOfAPerson = 6;
