import { useTranslation } from 'react-i18next';
import type { Task } from '#model/records/task.ts';
import type { Round } from '#model/records/progress.ts';
import { useFormat } from '#ui/format.ts';

/** Until when a task is, and which time of doing it is meant, in words. */
export const useTaskWords = () => {
  const { t } = useTranslation('plans');
  const f = useFormat();
  return {
    deadline: ({ deadline }: Task) => (deadline ? t('dueOn', { day: f.dayLong(deadline) }) : t('noDeadline')),
    round: ({ recurrence }: Task, round: Round): string => {
      if (recurrence === 'weekly') return t('roundOf.weekly', { day: f.day(round) });
      return recurrence === 'monthly' ? t('roundOf.monthly', { month: f.month(round) }) : t('roundOf.once');
    },
  };
};
