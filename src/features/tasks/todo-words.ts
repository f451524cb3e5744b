import { useTranslation } from 'react-i18next';
import { useSituation } from '#features/situation.ts';
import { useWords } from '#features/words.ts';
import type { Todo } from '#model/todo.ts';
import { useFormat } from '#ui/format.ts';

/** How a thing to do is spoken of. */
export const useTodoWords = () => {
  const { t } = useTranslation(['tasks', 'duties']);
  const words = useWords();
  const f = useFormat();
  const me = useSituation();
  return {
    title: ({ what }: Todo): string => (what.kind === 'task' ? what.task.title : t(`duties:${what.duty.key}.title`)),
    full: ({ what }: Todo): string => (what.kind === 'task' ? what.task.note : t(`duties:${what.duty.key}.full`)),
    /** Who gave it: nobody gave a duty. */
    givenBy: ({ what }: Todo): string | undefined => {
      if (what.kind === 'duty') return undefined;
      if (what.task.assignedBy) return t('givenBy', { who: what.task.assignedBy });
      const level = me?.units.find(({ id }) => id === what.home)?.level;
      return t(level === 'province' ? 'givenByProvince' : 'givenByCommune');
    },
    /** Which time of doing it, where that is not plain from its day: figures are due after the month they are of. */
    round: ({ what, round, due, tallies, ongoing }: Todo): string | undefined => {
      if (round === 'once' || (what.kind === 'duty' && (ongoing || tallies.length > 0))) return undefined;
      if (what.kind === 'task' && what.task.recurrence === 'weekly') return t('week', { span: f.span(round, due!) });
      return words.period(round);
    },
    /** What was logged of what counts for it. */
    logged: ({ tallies, ongoing, what }: Todo): string | undefined => {
      const some = tallies.filter(({ logged }) => logged > 0);
      if (some.length === 0)
        return tallies.length > 0 && !ongoing ? t(what.kind === 'task' ? 'byEntriesTask' : 'byEntriesDuty') : undefined;
      return some.map(({ measure, logged }) => `${f.number(logged)} ${words.counted(measure, logged)}`).join(', ');
    },
  };
};
export type TodoWords = ReturnType<typeof useTodoWords>;
