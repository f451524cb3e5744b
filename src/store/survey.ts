import { afterAnswer, askedIn, draftOfSurvey, type Answer, type Survey } from '#model/survey.ts';
import type { Handbook } from '#store/database.ts';
import { draft, keepDraft } from '#store/draft.ts';
import { orNotStored, type NotStored } from '#store/not-stored.ts';

/** The survey under way on this phone. */
export const survey = async (db: Handbook): Promise<Survey | undefined> =>
  (await draft<Survey>(db, draftOfSurvey))?.value;

export const keepSurvey = (
  db: Handbook,
  clock: { now(): number },
  value: Survey,
): Promise<{ kind: 'kept' } | NotStored> => keepDraft(db, clock, draftOfSurvey, value);

/** `none`: the survey was saved or thrown away meanwhile, in another tab. */
export type Counted = { kind: 'counted' | 'too-soon' | 'enough' | 'none' } | NotStored;

/** One resident's answer, on disk before they are thanked. Read and written in one transaction, so that no two taps are one. */
export const countAnswer = (db: Handbook, clock: { now(): number }, answer: Answer): Promise<Counted> =>
  orNotStored(() =>
    db.transaction('rw', db.drafts, async (): Promise<Counted> => {
      const now = await survey(db);
      if (!now) return { kind: 'none' };
      const next = afterAnswer(now, answer, clock.now());
      if (typeof next === 'string') return { kind: next };
      await db.drafts.put({ form: draftOfSurvey, value: next, changedAt: clock.now() });
      return { kind: 'counted' };
    }),
  );

/** The phone is back in the team's hands. Where nobody answered, there is nothing to keep. */
export const endAsking = (db: Handbook, clock: { now(): number }): Promise<void> =>
  db.transaction('rw', db.drafts, async () => {
    const now = await survey(db);
    if (!now) return;
    if (askedIn(now) === 0) await db.drafts.delete(draftOfSurvey);
    else await db.drafts.put({ form: draftOfSurvey, value: { ...now, handedOver: false }, changedAt: clock.now() });
  });
