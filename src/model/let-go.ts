import type { DeviceNumber, Operation, OperationName } from '#model/operation.ts';

/**
 * A person dealt with refused operations of their phone without writing them anew: they are not to be taken in any more, by an
 * amendment neither (rules P5, S3).
 */
export const letGoKind = 'refused.let-go';

/** More than anybody sets aside at once. */
const most = 500;

const isOwn = (name: unknown, device: DeviceNumber): name is OperationName =>
  typeof name === 'string' && /^[1-9]\d{0,9}-[1-9]\d{0,9}$/.test(name) && name.startsWith(`${device}-`);

/** The operations that this one lets go; undefined for one of this kind that says it wrongly, or is of another kind. */
export const letGoOf = ({ kind, device, body }: Operation): OperationName[] | undefined => {
  const names = kind === letGoKind ? (body as { operations?: unknown }).operations : undefined;
  if (!Array.isArray(names) || names.length === 0 || names.length > most) return undefined;
  return names.every((name) => isOwn(name, device)) ? (names as OperationName[]) : undefined;
};

/** The refused operation of the same phone that this one says anew, if it does. */
export const insteadOf = ({ device, instead }: Operation): OperationName | undefined =>
  isOwn(instead, device) ? instead : undefined;
