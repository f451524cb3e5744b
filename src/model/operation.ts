import type { EntryContent } from '#model/entry-content.ts';
import type { PersonId } from '#model/person.ts';
import type { UnitId } from '#model/unit.ts';

/** The short number the province gives a device at sign-in (rule I1). */
export type DeviceNumber = number;
/** Starts at 1 on each device and has no gaps (rule I1). */
export type Seq = number;
/** The name of an operation: `${DeviceNumber}-${Seq}`. */
export type OperationName = string;
/** A record's id is the name of the operation that created it; one that nobody creates is named by what it is (rule I3). */
export type RecordId = string;

export const recordId = (device: DeviceNumber, seq: Seq): RecordId => `${device}-${seq}`;

/** What a change says, by its kind. */
export type Change =
  | { kind: 'entry.record'; body: EntryContent }
  | { kind: 'entry.correct'; body: { entry: RecordId; content: EntryContent; reason: string } }
  | { kind: 'entry.withdraw'; body: { entry: RecordId; reason: string } };

/** A kind of an app newer than this one: kept as it is, replayed after the update (rule L4). */
export type UnknownChange = { kind: string; body: Record<string, unknown> };

type Named = {
  device: DeviceNumber;
  seq: Seq;
  /** Seconds since 1970 by the device's own clock. It tells people when; it never decides anything (rule M3). */
  at: number;
  /** The unit the work was done for. */
  unit: UnitId;
  /** The refused operation of the same device that this one says anew: only one of the two can ever count (rule P5). */
  instead?: OperationName;
};

/** One change a person made, never altered once written (rules I1, I2). */
export type Operation = Named & (Change | UnknownChange);
export type KnownOperation = Named & Change;

/** An operation the province holds: `number` orders it within its commune (rule L1); `receivedAt` is in seconds. */
export type AcceptedOperation<O = Operation> = O & { number: number; by: PersonId; receivedAt: number };

/** The kinds this app understands. */
export const knownKinds: readonly string[] = [
  'entry.record',
  'entry.correct',
  'entry.withdraw',
] satisfies Change['kind'][];

export const isKnown = (operation: Operation): operation is KnownOperation => knownKinds.includes(operation.kind);
