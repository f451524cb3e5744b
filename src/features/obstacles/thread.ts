import type { Obstacle, Said } from '#model/records/obstacle.ts';
import type { UnitLevel } from '#model/unit.ts';

/** One thing in a thread. `op` names the operation that said it. */
export type Message = {
  op: string;
  at: number;
  from: UnitLevel;
  what: 'raised' | 'passed' | Said['kind'];
  text: string;
  point?: string | undefined;
};

/** Everything said about an obstacle, by the clock, the first first. */
export const threadOf = (one: Obstacle, passedOp: string | undefined, raisedOp: string): Message[] =>
  [
    { op: raisedOp, at: one.raisedAt, from: 'village' as const, what: 'raised' as const, text: one.text },
    ...one.said.map(({ op, at, from, kind, text, point }) => ({ op, at, from, what: kind, text, point })),
    ...(one.passed && passedOp
      ? [{ op: passedOp, at: one.passedAt, from: 'commune' as const, what: 'passed' as const, text: one.passed.why }]
      : []),
  ].sort((a, b) => a.at - b.at);
