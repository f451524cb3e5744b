import { withoutWeight } from '#features/guide/Weighted.tsx';
import type { GuideText } from '#model/records/guide-card.ts';

/** A card's whole wording in a row, to be held beside another. */
export const inOneLine = ({ title, steps }: GuideText): string => withoutWeight([title, ...steps].join(' · '));
