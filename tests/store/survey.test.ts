import { expect, test } from 'vitest';
import { newSurvey } from '#model/survey.ts';
import { Handbook } from '#store/database.ts';
import { countAnswer, endAsking, keepSurvey, survey } from '#store/survey.ts';

let phones = 0;
const asking = async () => {
  const db = new Handbook(`survey-${(phones += 1)}`);
  const clock = { at: Date.parse('2026-11-10T10:00:00+07:00'), now: () => clock.at };
  await keepSurvey(db, clock, newSurvey('2026-11-10', 'mot-cua'));
  return { db, clock };
};

test('W1: an answer is on disk before anybody is thanked: the phone may die at any moment', async () => {
  const { db, clock } = await asking();
  expect(await countAnswer(db, clock, 'satisfied')).toEqual({ kind: 'counted' });
  const again = new Handbook(db.name);
  expect((await survey(again))?.counts).toEqual({ satisfied: 1, neutral: 0, unsatisfied: 0 });
});

test('two taps at once, in two tabs, are one answer', async () => {
  const { db, clock } = await asking();
  const other = new Handbook(db.name);
  const both = await Promise.all([countAnswer(db, clock, 'satisfied'), countAnswer(other, clock, 'unsatisfied')]);
  expect(both.map(({ kind }) => kind).sort()).toEqual(['counted', 'too-soon']);
  clock.at += 3000;
  expect(await countAnswer(db, clock, 'neutral')).toEqual({ kind: 'counted' });
});

test('where nobody answered, ending leaves nothing; otherwise the answers wait to be saved', async () => {
  const none = await asking();
  await endAsking(none.db, none.clock);
  expect(await survey(none.db)).toBeUndefined();
  expect(await countAnswer(none.db, none.clock, 'satisfied')).toEqual({ kind: 'none' });
  const one = await asking();
  await countAnswer(one.db, one.clock, 'unsatisfied');
  await endAsking(one.db, one.clock);
  expect(await survey(one.db)).toMatchObject({ handedOver: false, counts: { unsatisfied: 1 } });
});
