import { RateLimiterMemory } from 'rate-limiter-flexible';
import { subscriberOf } from './network-of.ts';
import { Refused } from './refusing.ts';

/** How many wrong codes are borne in `seconds`. A whole commune hall can sit behind one address. */
export type AttemptLimits = { perAddress: number; perInvitation: number; seconds: number };

export const defaultAttemptLimits: AttemptLimits = { perAddress: 30, perInvitation: 10, seconds: 15 * 60 };

/** Runs `work` as an attempt: one that ends in a refusal counts, one too many is refused before it runs. */
export type Attempt = <Answer>(address: string, invitation: string, work: () => Promise<Answer>) => Promise<Answer>;

/** Counted before, given back when it was right: a hundred guesses at once are still a hundred. */
const counted = async <Answer>(limiter: RateLimiterMemory, key: string, work: () => Promise<Answer>) => {
  const { consumedPoints, msBeforeNext } = await limiter.penalty(key, 1);
  if (consumedPoints > limiter.points)
    throw new Refused(
      'too-many-attempts',
      { minutes: Math.ceil(msBeforeNext / 60_000) },
      Math.ceil(msBeforeNext / 1000),
    );
  try {
    const answer = await work();
    await limiter.reward(key, 1);
    return answer;
  } catch (error) {
    if (!(error instanceof Refused)) await limiter.reward(key, 1);
    throw error;
  }
};

/** Kept in memory: a restart forgives, and nothing about who tried is written anywhere. */
export const createAttempt = (limits: AttemptLimits = defaultAttemptLimits): Attempt => {
  const byAddress = new RateLimiterMemory({ points: limits.perAddress, duration: limits.seconds });
  const byInvitation = new RateLimiterMemory({ points: limits.perInvitation, duration: limits.seconds });
  return (address, invitation, work) =>
    counted(byAddress, subscriberOf(address), () => counted(byInvitation, invitation, work));
};
