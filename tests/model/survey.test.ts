import { array, assert, constantFrom, integer, pre, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { examineEntry } from '#model/entry-rules.ts';
import {
  afterAnswer,
  answers,
  askedIn,
  contentOfSurvey,
  mostAnswers,
  newSurvey,
  pauseAfterAnswer,
  type Survey,
} from '#model/survey.ts';
import { places } from '#model/place.ts';
import { thon2Today } from '../support/circumstances.ts';

const begun = () => newSurvey('2026-11-10', 'mot-cua');
const note = 'Hỏi ý kiến';
const taps = array(record({ answer: constantFrom(...answers), after: integer({ min: 0, max: 10_000 }) }));

/** Whatever people tap, at whatever pace. */
const tapped = (all: { answer: (typeof answers)[number]; after: number }[]) => {
  let now = 1_794_280_000_000;
  let survey: Survey = begun();
  let counted = 0;
  for (const { answer, after } of all) {
    now += after;
    const next = afterAnswer(survey, answer, now);
    if (typeof next === 'string') continue;
    survey = next;
    counted += 1;
  }
  return { survey, counted };
};

test('every tap that counts is one answer, and no two count within the pause', () => {
  assert(
    property(taps, (all) => {
      const { survey, counted } = tapped(all);
      expect(askedIn(survey)).toBe(counted);
      const time = all.reduce((sum, { after }) => sum + after, 0);
      expect(counted).toBeLessThanOrEqual(1 + Math.floor(time / pauseAfterAnswer));
    }),
  );
});

test('what they said always makes an entry that may be saved', () => {
  assert(
    property(taps, constantFrom(...places), (all, place) => {
      const { survey, counted } = tapped(all);
      pre(counted > 0);
      const content = contentOfSurvey({ ...survey, place }, note);
      const refused = examineEntry(content, thon2Today({ today: '2026-11-10' })).filter(
        ({ weight }) => weight === 'refuse',
      );
      expect(refused).toEqual([]);
      expect(content.counts).toEqual({ HAI_LONG: survey.counts.satisfied, HAI_LONG_HOI: counted });
    }),
  );
});

test('a clock that is set back turns nobody away', () => {
  const first = afterAnswer(begun(), 'satisfied', 1_794_280_000_000) as Survey;
  expect(afterAnswer(first, 'neutral', 1_794_279_000_000)).toMatchObject({ counts: { satisfied: 1, neutral: 1 } });
});

test('one entry holds so many answers and no more; what was counted stays', () => {
  const full: Survey = { ...begun(), counts: { satisfied: mostAnswers - 1, neutral: 1, unsatisfied: 0 } };
  expect(mostAnswers).toBe(2000);
  expect(afterAnswer(full, 'satisfied', 1_794_280_000_000)).toBe('enough');
});
