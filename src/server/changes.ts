import type { UnitId } from '#model/unit.ts';
import type { Changed } from '#protocol/changes.ts';
import { heartbeatEvery, streamsOfAPerson } from '#protocol/changes.ts';
import type { Caller, Province } from './province.ts';
import { Refused } from './refusing.ts';
import { devicesByNumber } from './storage/devices.ts';
import { markNow, newsSince, type Mark } from './storage/news.ts';

/** Milliseconds between two looks while anybody listens: what is committed is told well within a second. */
const lookEvery = 250;
/** Rights that ended end a stream this soon. */
const examineEvery = 2_000;
const streamsInAll = 1_000;

/** One device that listens. `send` writes to it and `end` closes it, which it then tells by `left`. */
export type Listener = { caller: Caller; send(text: string): void; end(): void };

/**
 * Tells listening devices in which communes something changed. It looks where the database stands instead of being told,
 * so that it hears of other nodes and of commands at the terminal as well; while nobody listens, it does nothing.
 */
export const createChanges = ({ db }: Pick<Province, 'db'>) => {
  const listeners = new Set<Listener>();
  let mark: Mark | undefined;
  let timer: NodeJS.Timeout | undefined;
  let looking = false;
  let [examinedAt, beatAt] = [0, 0];

  const tell = (units: readonly UnitId[]) => {
    for (const listener of listeners) {
      const heard = units.filter((unit) => concerns(unit, listener.caller));
      if (heard.length > 0) listener.send(event('changed', { units: heard }));
    }
  };

  const look = async () => {
    const now = Date.now();
    if (mark) {
      const news = await newsSince(db, mark);
      mark = news.mark;
      if (news.units.length > 0) tell(news.units);
    } else mark = await markNow(db);
    if (now - examinedAt >= examineEvery) {
      examinedAt = now;
      await endThoseWithoutRight(db, listeners);
    }
    if (now - beatAt >= heartbeatEvery) {
      beatAt = now;
      for (const { send } of listeners) send(': .\n\n');
    }
  };
  const tick = () => {
    if (looking) return;
    looking = true;
    // A database that does not answer now is looked at again in a moment.
    void look()
      .catch(() => undefined)
      .finally(() => (looking = false));
  };

  return {
    /** Throws Refused with 'streams-enough' when the person, or the province, has as many as there may be. */
    listen(listener: Listener): void {
      const own = [...listeners].filter(({ caller }) => caller.person.id === listener.caller.person.id);
      if (own.length >= streamsOfAPerson || listeners.size >= streamsInAll)
        throw new Refused('streams-enough', { most: streamsOfAPerson }, 60);
      listeners.add(listener);
      if (timer) return;
      beatAt = Date.now();
      timer = setInterval(tick, lookEvery);
      timer.unref();
      tick();
    },
    left(listener: Listener): void {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      clearInterval(timer);
      [timer, mark] = [undefined, undefined];
    },
    endAll(): void {
      for (const { end } of listeners) end();
    },
  };
};

export type Changes = ReturnType<typeof createChanges>;

const event = (name: string, data: Changed) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

/** Officers of a commune hear of their own commune and of what is the province's; those of the province of everything. */
const concerns = (unit: UnitId, { commune, province }: Caller): boolean =>
  commune === null || unit === commune || unit === province;

/** A revoked device, a disabled person, and somebody who is now somebody else or somewhere else. */
const endThoseWithoutRight = async (db: Province['db'], listeners: ReadonlySet<Listener>): Promise<void> => {
  const owned = await devicesByNumber(
    db,
    [...listeners].map(({ caller }) => caller.device),
  );
  for (const { caller, end } of listeners) {
    const now = owned.get(caller.device);
    const same = now?.caller.path === caller.path && now.caller.person.role === caller.person.role;
    if (!same || now.revoked || now.disabled) end();
  }
};
