import type { DeviceNumber } from '#model/operation.ts';
import type { Person, PersonId } from '#model/person.ts';
import type { SignInQuestion } from '#protocol/sign-in.ts';
import type { ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';
import { noteAct } from './audit.ts';
import { addDevice, highestDevice, renewDevice } from './devices.ts';
import { openInvitation, useInvitation } from './invitations.ts';
import { personById } from './people.ts';
import { hashOf, newToken } from './secrets.ts';
import { setSigningKey } from './signing-key.ts';

/** How far beyond the numbers we know a phone's own may lie. */
export const numbersForgottenAtMost = 100_000;

/** The device this very attempt was given before: the answer was lost on the way, and nobody must be left outside for that. */
const deviceOfAttempt = (on: ProvinceDatabase, code: string, token: string) =>
  on
    .selectFrom('invitation')
    .innerJoin('device', 'device.person_id', 'invitation.person_id')
    .select(['device.number', 'device.person_id'])
    .where('code_hash', '=', hashOf(code))
    .where('token_hash', '=', hashOf(token))
    .where('device.revoked_at', 'is', null)
    .executeTakeFirst();

/** The number a phone says it has. One we never gave is one we forgot: the province was restored from a backup. */
const resumeDevice = async (
  on: ProvinceDatabase,
  person: PersonId,
  number: DeviceNumber,
  token: string,
  at: number,
) => {
  if (number > (await highestDevice(on)) + numbersForgottenAtMost) throw new Refused('device-of-another-person');
  const device = await on.selectFrom('device').select('person_id').where('number', '=', number).executeTakeFirst();
  if (!device) return addDevice(on, person, token, at, number);
  if (device.person_id !== person) throw new Refused('device-of-another-person');
  await renewDevice(on, number, token, at);
  return number;
};

/**
 * Takes a phone in: uses the invitation up and gives the phone its number and token, together or not at all. With
 * `resume` the phone goes on under a number it already has. Refusals: invitation-*, person-disabled,
 * device-of-another-person. `at` in seconds.
 */
export const signIn = (
  db: ProvinceDatabase,
  { code, resume, attempt, key }: { code: string } & Pick<SignInQuestion, 'resume' | 'attempt' | 'key'>,
  at: number,
): Promise<{ person: Person; device: DeviceNumber; token: string }> =>
  db.transaction().execute(async (on) => {
    const token = newToken(attempt);
    const invited = await useInvitation(on, code, at);
    const before = invited === undefined ? await deviceOfAttempt(on, code, token) : undefined;
    const known = await personById(on, invited ?? before?.person_id ?? (await openInvitation(on, code, at)));
    if (!known || known.disabled) throw new Refused('person-disabled');
    const { disabled: _, ...person } = known;
    const device =
      before?.number ??
      (resume === undefined
        ? await addDevice(on, person.id, token, at)
        : await resumeDevice(on, person.id, resume, token, at));
    await setSigningKey(on, device, key);
    if (!before)
      await noteAct(on, { person, device }, { act: 'device.signed-in', unit: person.unit, subject: device }, at);
    return { person, device, token };
  });
