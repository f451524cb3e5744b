import type { PersonId } from '#model/person.ts';
import type { ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';
import { hashOf, inTwoGroups, newInvitationCode } from './secrets.ts';

export const invitationDays = 14;

/** Makes an invitation and returns its code, which is written nowhere else. `at` in seconds. */
export const invite = async (db: ProvinceDatabase, person: PersonId, at: number): Promise<string> => {
  const code = newInvitationCode();
  await db
    .insertInto('invitation')
    .values({
      code_hash: hashOf(code),
      person_id: person,
      created_at: at,
      expires_at: at + invitationDays * 24 * 60 * 60,
      used_at: null,
    })
    .execute();
  return inTwoGroups(code);
};

/** Whose invitation it is, if it can still be used. `code` as readInvitationCode gives it. */
export const openInvitation = async (db: ProvinceDatabase, code: string, at: number): Promise<PersonId> => {
  const found = await db
    .selectFrom('invitation')
    .innerJoin('person', 'person.id', 'invitation.person_id')
    .select(['person_id', 'used_at', 'expires_at', 'disabled_at'])
    .where('code_hash', '=', hashOf(code))
    .executeTakeFirst();
  if (!found) throw new Refused('invitation-unknown');
  if (found.used_at !== null) throw new Refused('invitation-used');
  if (found.expires_at <= at) throw new Refused('invitation-expired');
  if (found.disabled_at !== null) throw new Refused('person-disabled');
  return found.person_id;
};

/** Uses an invitation up, once however many ask at the same time: the first statement of its transaction writes. */
export const useInvitation = async (db: ProvinceDatabase, code: string, at: number): Promise<PersonId | undefined> => {
  const used = await db
    .updateTable('invitation')
    .set({ used_at: at })
    .where('code_hash', '=', hashOf(code))
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .returning('person_id')
    .executeTakeFirst();
  return used?.person_id;
};
