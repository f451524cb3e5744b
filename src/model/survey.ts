import type { Day } from '#model/day.ts';
import type { EntryContent } from '#model/entry-content.ts';
import { limitsOf } from '#model/indicator.ts';
import { usualChannel, type Place } from '#model/place.ts';

/** What a resident can say: the ≥ 90 % of Quyết định 06, II.2.a, counts the first against all. */
export const answers = ['satisfied', 'neutral', 'unsatisfied'] as const;
export type Answer = (typeof answers)[number];

/** Residents being asked, one after another, on one phone. Nobody's name, and no time of day but the last. */
export type Survey = {
  /** The day it was begun; all its answers are of that day. */
  date: Day;
  place: Place;
  counts: Record<Answer, number>;
  /** The phone is in residents' hands. */
  handedOver: boolean;
  /** When the last one answered, in milliseconds by the phone's clock; 0 before the first. */
  answeredAt: number;
};

/** Where the answers are kept until a person saves them as an entry. */
export const draftOfSurvey = 'survey';

/** So long nobody's second tap counts, in milliseconds. */
export const pauseAfterAnswer = 3000;

/** As many as one entry may hold. */
export const mostAnswers: number = limitsOf('HAI_LONG_HOI')?.refuse ?? 0;

export const newSurvey = (date: Day, place: Place): Survey => ({
  date,
  place,
  counts: { satisfied: 0, neutral: 0, unsatisfied: 0 },
  handedOver: true,
  answeredAt: 0,
});

export const askedIn = ({ counts }: Survey): number => answers.reduce((sum, answer) => sum + counts[answer], 0);

/** The survey with one answer more at `now` (milliseconds); why not, where a tap does not count. */
export const afterAnswer = (survey: Survey, answer: Answer, now: number): Survey | 'too-soon' | 'enough' => {
  const since = now - survey.answeredAt;
  // A clock set back is no reason to turn people away.
  if (since >= 0 && since < pauseAfterAnswer) return 'too-soon';
  if (askedIn(survey) >= mostAnswers) return 'enough';
  return { ...survey, counts: { ...survey.counts, [answer]: survey.counts[answer] + 1 }, answeredAt: now };
};

/** The entry it comes to: satisfied, and asked. The other two have no indicator; `note` says them. */
export const contentOfSurvey = (survey: Survey, note: string): EntryContent => ({
  date: survey.date,
  place: survey.place,
  channel: usualChannel[survey.place],
  counts: { HAI_LONG: survey.counts.satisfied, HAI_LONG_HOI: askedIn(survey) },
  note,
});
