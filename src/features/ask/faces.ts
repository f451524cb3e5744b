import { Frown, Meh, Smile, type LucideIcon } from 'lucide-react';
import type { Answer } from '#model/survey.ts';

export const faces: Record<Answer, LucideIcon> = { satisfied: Smile, neutral: Meh, unsatisfied: Frown };
