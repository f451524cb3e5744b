import type { Day } from '#model/day.ts';
import { isDay } from '#model/day.ts';
import { examineText } from '#model/entry-rules.ts';

/** What a household is to be seen again for. */
export const followUpNeeds = ['install', 'level1', 'level2', 'activation', 'online-service', 'other'] as const;
export type FollowUpNeed = (typeof followUpNeeds)[number];

/** A hint that tells the one who wrote it which house, and nothing that tells anybody else who lives there. */
export type FollowUpContent = { hint: string; need: FollowUpNeed; when: Day };

/** A hint is a few words; longer ones begin to describe people. */
export const longestHint = 60;

export type FollowUpFault = 'hint-missing' | 'hint-too-long' | 'hint-has-number' | 'when-missing' | 'when-past';

/** Everything wrong with it. A telephone number is stopped here as well: this list has no place for one. */
export const examineFollowUp = ({ hint, when }: FollowUpContent, today: Day): FollowUpFault[] => [
  ...(hint.trim() === '' ? ['hint-missing' as const] : []),
  ...(hint.length > longestHint ? ['hint-too-long' as const] : []),
  ...(examineText(hint, 'hint').some(({ code }) => code !== 'note-too-long') ? ['hint-has-number' as const] : []),
  ...(isDay(when) ? (when < today ? ['when-past' as const] : []) : ['when-missing' as const]),
];
