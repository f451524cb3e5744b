import { useTranslation } from 'react-i18next';
import { useLive } from '#features/handbook.tsx';
import { useWords } from '#features/words.ts';
import { duties } from '#model/duty.ts';
import type { Obstacle } from '#model/records/obstacle.ts';
import { isFor, taskDefinition, taskOf } from '#model/records/task.ts';
import type { Unit } from '#model/unit.ts';
import { recordsOfType } from '#store/records.ts';

const dutyPrefix = 'duty:';

/** Work that an obstacle can hold up: as a thread names it, and as a form of `unit` offers it. */
export const useHeldUp = (unit?: Pick<Unit, 'id' | 'parent' | 'level'>) => {
  const { t } = useTranslation(['obstacles', 'duties']);
  const words = useWords();
  const tasks = useLive((db) => recordsOfType(db, taskDefinition.type)) ?? [];
  const assigned = tasks
    .map(({ id, unit: home, record }) => ({ value: id, label: taskOf(record).title, home, task: taskOf(record) }))
    .filter(({ label }) => label !== '');
  const offered = assigned.filter((one) => unit && !one.task.cancelled && isFor(one.task, one.home, unit));
  const own = duties.map(({ key }) => ({
    value: `${dutyPrefix}${key}`,
    label: t(`duties:${key}.title`, { defaultValue: key }),
  }));
  /** A task this device does not hold has no name here; that there is one is said all the same. */
  const task = (value: string) =>
    [...own, ...assigned].find((one) => one.value === value)?.label ?? t('obstacles:someTask');
  return {
    tasks: [...offered, ...own],
    task,
    /** What an obstacle holds up, in words; undefined where nobody said. */
    said: ({ measure, task: of }: Pick<Obstacle, 'measure' | 'task'>): string | undefined => {
      const both = [measure ? words.measure(measure) : undefined, of ? task(of) : undefined].filter(Boolean);
      return both.length > 0 ? t('obstacles:holdsUp', { what: both.join(', ') }) : undefined;
    },
  };
};
