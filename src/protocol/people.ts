import * as v from 'valibot';
import { roles } from '#model/person.ts';
import { PersonWithDevices } from '#protocol/devices.ts';

const positive = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const Name = v.pipe(v.string(), v.maxLength(400));

/** Somebody new, or a further phone for somebody who is there. */
export const InviteCommand = v.union([
  v.object({ person: positive }),
  v.object({ name: Name, role: v.picklist(roles), unit: v.string() }),
]);
export type InviteCommand = v.InferOutput<typeof InviteCommand>;

/** `code` is told this once and kept nowhere. `expiresAt` in seconds. */
export const MadeInvitation = v.object({ person: PersonWithDevices, code: v.string(), expiresAt: v.number() });
export type MadeInvitation = v.InferOutput<typeof MadeInvitation>;

/** What is named is changed: another name, role or unit. Another unit is a move (rule T4). */
export const ChangeCommand = v.object({
  person: positive,
  name: v.optional(Name),
  role: v.optional(v.picklist(roles)),
  unit: v.optional(v.string()),
});
export type ChangeCommand = v.InferOutput<typeof ChangeCommand>;
