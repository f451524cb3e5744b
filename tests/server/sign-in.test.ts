import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readAs } from '#protocol/read.ts';
import { SignInAnswer } from '#protocol/sign-in.ts';
import { paths } from '#protocol/version.ts';
import { invite } from '#server/storage/invitations.ts';
import { addPerson, disablePerson } from '#server/storage/people.ts';
import { databases } from '../support/databases.ts';
import { demoProvince, type DemoProvince } from '../support/demo-province.ts';

describe.each(databases)('coming in, on $name', ({ open }) => {
  let there: DemoProvince;
  beforeEach(async () => {
    there = await demoProvince({}, open);
  });
  afterEach(() => there.close());

  const seconds = () => there.clock.now() / 1000;
  const signIn = async (question: object) => {
    const answer = await there.post(paths.signIn, question);
    return { status: answer.statusCode, body: answer.json(), answer: readAs(SignInAnswer, answer.json())! };
  };
  const signOut = (token: string) => there.post(paths.signOut, {}, { authorization: `Bearer ${token}` });
  const anotherInvitation = (person: number) => invite(there.db, person, seconds());

  describe('a village member with an invitation', () => {
    test('sees whose it is before accepting, and nothing is used up by looking', async () => {
      const invitation = there.invitationOf('villageMember');
      for (const typed of [invitation, invitation.toLowerCase().replace('-', ' ')]) {
        const answer = await there.post(paths.invitation, { invitation: typed });
        expect(answer.json()).toMatchObject({
          name: 'Nguyễn Thị Mẫu',
          role: 'villageMember',
          units: [{ name: 'Thôn 1', demo: true }, { name: 'Sơn Kim 1', type: 'xa', demo: false }, { name: 'Hà Tĩnh' }],
        });
      }
    });

    test('comes in with a number, a token, and all the phone has to know', async () => {
      const { status, answer } = await signIn({ invitation: there.invitationOf('villageMember') });
      expect(status).toBe(200);
      expect(answer.device).toBe(1);
      expect(answer.situation.units.map(({ level }) => level)).toEqual(['village', 'commune', 'province']);
      expect(answer.situation.team.map(({ name }) => name)).toEqual(['Nguyễn Thị Mẫu', 'Trần Văn Mẫu']);
      expect(answer.situation.settings.periodKind).toBe('from15to14');
      expect(answer.holding).toEqual({ highestSeq: 0, totals: {} });
    });

    test('leaves no token and no code in the database, only their hashes', async () => {
      const invitation = there.invitationOf('villageMember');
      const { answer } = await signIn({ invitation });
      const stored = JSON.stringify([
        await there.db.selectFrom('device').selectAll().execute(),
        await there.db.selectFrom('invitation').selectAll().execute(),
      ]);
      expect(stored).not.toContain(answer.token);
      expect(stored).not.toContain(invitation.replace('-', ''));
    });

    test('uses it once: the second phone is told so and gets nothing', async () => {
      const invitation = there.invitationOf('villageMember');
      const phones = await Promise.all([signIn({ invitation }), signIn({ invitation })]);
      expect(phones.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(phones.find(({ status }) => status === 409)!.body.code).toBe('invitation-used');
      expect(await there.db.selectFrom('device').selectAll().execute()).toHaveLength(1);
    });

    test('whose answer was lost on the way asks again as the same attempt and is the same device', async () => {
      const question = { invitation: there.invitationOf('villageMember'), attempt: 'Zm9yIHRoaXMgcGhvbmUgb25seQ' };
      const lost = await signIn(question);
      const heard = await signIn(question);
      expect(heard.answer.device).toBe(lost.answer.device);
      expect((await signOut(heard.answer.token)).statusCode).toBe(200);
      expect((await signIn({ ...question, attempt: 'c29tZWJvZHkgZWxzZSdzIHBob25l' })).body.code).toBe(
        'invitation-used',
      );
    });

    test.each(['', 'K7QM', 'K7QM-2XVU', 'ABCD-EFGH', '0000-0000'])(
      'is refused with the code %j, which is none',
      async (invitation) => {
        for (const path of [paths.invitation, paths.signIn]) {
          const answer = await there.post(path, { invitation });
          expect([answer.statusCode, answer.json().code]).toEqual([404, 'invitation-unknown']);
        }
      },
    );

    test('is refused fifteen days later, by name', async () => {
      there.clock.pass(14 * 24 * 60 * 60);
      const { status, body } = await signIn({ invitation: there.invitationOf('villageMember') });
      expect([status, body.code]).toEqual([410, 'invitation-expired']);
    });

    test('is refused once disabled, and so is the phone that was in', async () => {
      const { answer } = await signIn({ invitation: there.invitationOf('villageMember') });
      const invitation = await anotherInvitation(answer.situation.person.id);
      await disablePerson(there.db, answer.situation.person.id, seconds());
      expect((await signIn({ invitation })).body.code).toBe('person-disabled');
      expect((await signOut(answer.token)).json().code).toBe('person-disabled');
    });
  });

  describe('a phone that still holds work', () => {
    test('goes on under its old number with a new token; the old token is stale', async () => {
      const before = await signIn({ invitation: there.invitationOf('villageMember') });
      const invitation = await anotherInvitation(before.answer.situation.person.id);
      const after = await signIn({ invitation, resume: before.answer.device });
      expect(after.answer.device).toBe(before.answer.device);
      expect((await signOut(before.answer.token)).json().code).toBe('token-stale');
      expect((await signOut(after.answer.token)).statusCode).toBe(200);
    });

    test("is refused under another person's number, and the invitation stays good", async () => {
      const { answer } = await signIn({ invitation: there.invitationOf('villageMember') });
      const invitation = there.invitationOf('communeOfficer');
      const refused = await signIn({ invitation, resume: answer.device });
      expect([refused.status, refused.body.code]).toEqual([409, 'device-of-another-person']);
      expect((await signIn({ invitation })).status).toBe(200);
    });

    test('keeps a number the province forgot when it was restored from a backup', async () => {
      const { answer } = await signIn({ invitation: there.invitationOf('villageMember'), resume: 17 });
      expect([answer.device, answer.holding.highestSeq]).toEqual([17, 0]);
      expect((await signIn({ invitation: there.invitationOf('communeOfficer') })).answer.device).toBe(18);
    });

    test('cannot name a number out of the blue', async () => {
      const { body } = await signIn({ invitation: there.invitationOf('villageMember'), resume: 900_000_000 });
      expect(body.code).toBe('device-of-another-person');
    });
  });

  test('signing out locks that device and no other', async () => {
    const one = await signIn({ invitation: there.invitationOf('villageMember') });
    const other = await signIn({ invitation: await anotherInvitation(one.answer.situation.person.id) });
    expect((await signOut(one.answer.token)).body).toBe('null');
    expect((await signOut(one.answer.token)).json().code).toBe('device-revoked');
    expect((await signOut(other.answer.token)).statusCode).toBe(200);
  });

  test('the situation has another version after anything in it changed', async () => {
    const before = await signIn({ invitation: there.invitationOf('villageMember') });
    const { person } = before.answer.situation;
    const again = await signIn({ invitation: await anotherInvitation(person.id) });
    expect(again.answer.situation.version).toBe(before.answer.situation.version);
    await addPerson(there.db, { name: 'Hồ Thị Mẫu', role: 'villageMember', unit: person.unit }, seconds());
    const joined = await signIn({ invitation: await anotherInvitation(person.id) });
    expect(joined.answer.situation.team).toHaveLength(3);
    expect(joined.answer.situation.version).not.toBe(before.answer.situation.version);
  });
});
