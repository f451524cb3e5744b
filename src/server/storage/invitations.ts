import type { PersonId } from '#model/person.ts';
import type { ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';
import { hashOf, inTwoGroups, newInvitationCode } from './secrets.ts';

export const invitationDays = 14;

/** Makes an invitation and returns its code, which is written nowhere else. `by`: the officer; nobody at the terminal. `at` in seconds. */
export const invite = async (
  db: ProvinceDatabase,
  person: PersonId,
  at: number,
  by: PersonId | null = null,
): Promise<string> => {
  const code = newInvitationCode();
  await db
    .insertInto('invitation')
    .values({
      code_hash: hashOf(code),
      person_id: person,
      created_at: at,
      expires_at: at + invitationDays * 24 * 60 * 60,
      used_at: null,
      created_by: by,
      withdrawn_at: null,
    })
    .execute();
  return inTwoGroups(code);
};

/** Whose invitation it is, if it can still be used. `code` as readInvitationCode gives it. */
export const openInvitation = async (db: ProvinceDatabase, code: string, at: number): Promise<PersonId> => {
  const found = await db
    .selectFrom('invitation')
    .innerJoin('person', 'person.id', 'invitation.person_id')
    .select(['person_id', 'used_at', 'expires_at', 'withdrawn_at', 'disabled_at'])
    .where('code_hash', '=', hashOf(code))
    .executeTakeFirst();
  if (!found) throw new Refused('invitation-unknown');
  if (found.used_at !== null) throw new Refused('invitation-used');
  // Taken back: as good as one that ran out.
  if (found.withdrawn_at !== null) throw new Refused('invitation-expired');
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
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', at)
    .returning('person_id')
    .executeTakeFirst();
  return used?.person_id;
};

/** Makes every unused invitation of a person worthless. False when there was none. `at` in seconds. */
export const withdrawInvitations = async (db: ProvinceDatabase, person: PersonId, at: number): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('invitation')
    .set({ withdrawn_at: at })
    .where('person_id', '=', person)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};
