import type { EditableRecord, Version } from '#model/record.ts';
import { obstacleOf, type Obstacle, type Said } from '#model/records/obstacle.ts';
import type { UnitLevel } from '#model/unit.ts';

/** One thing in a thread. `op` names the operation that said it. */
export type Message = {
  op: string;
  at: number;
  from: UnitLevel;
  what: 'raised' | 'passed' | 'solved' | 'reopened' | Said['kind'];
  text: string;
  point?: string | undefined;
  /** Of one passed up: the day by which the province was to answer. */
  deadline?: string | undefined;
};

/** Everything that happened to an obstacle, the first first: nothing said or passed up before is left out. */
export const threadOf = (record: EditableRecord): Message[] => {
  const one = obstacleOf(record);
  const versions = (field: string): readonly Version[] => record.fields[field] ?? [];
  const happened: Message[] = [
    ...versions('passed').flatMap(({ op, at, value }) => {
      const passed = value as Obstacle['passed'];
      if (!passed) return [];
      return [
        { op, at, from: 'commune' as const, what: 'passed' as const, text: passed.why, deadline: passed.deadline },
      ];
    }),
    ...versions('solved')
      .filter(({ op, value }) => value === true || !one.said.some((said) => said.op === op))
      .map(({ op, at, value }) => ({
        op,
        at,
        from: 'village' as const,
        what: value === true ? ('solved' as const) : ('reopened' as const),
        text: '',
      })),
  ];
  const messages: Message[] = [
    { op: versions('kind')[0]?.op ?? one.id, at: one.raisedAt, from: 'village', what: 'raised', text: one.text },
    ...one.said.map(({ op, at, from, kind, text, point }) => ({ op, at, from, what: kind, text, point })),
  ];
  // What was said in the same write comes first: "all six have theirs", and then "solved".
  for (const message of happened) messages.splice(placeOf(message, messages), 0, message);
  return messages;
};

/** Before the first that is later; what is said stays in its own order. */
const placeOf = ({ at }: Message, among: readonly Message[]): number => {
  const later = among.findIndex((other) => other.at > at);
  return later === -1 ? among.length : later;
};
