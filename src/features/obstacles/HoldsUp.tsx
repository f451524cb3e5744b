import { useTranslation } from 'react-i18next';
import type { Situation } from '#features/situation.ts';
import { useWords } from '#features/words.ts';
import { measures } from '#model/indicator.ts';
import { useHeldUp } from './held-up.ts';
import css from './HoldsUp.module.css';

/** A measure or a task; at most one of them. */
export type HeldUpWork = { measure: string; task: string };

type Props = { me: Situation; value: HeldUpWork; onChange: (value: HeldUpWork) => void };

/** Which figure or task the obstacle holds up, where the team wants to say it. */
export const HoldsUp = ({ me, value, onChange }: Props) => {
  const { t } = useTranslation('obstacles');
  const words = useWords();
  const { tasks, task } = useHeldUp(me.units.find(({ id }) => id === me.person.unit));
  const known = value.task === '' || tasks.some((one) => one.value === value.task);
  const offered = known ? tasks : [{ value: value.task, label: task(value.task) }, ...tasks];
  const choose = (chosen: string) =>
    onChange({
      measure: chosen.startsWith('measure ') ? chosen.slice('measure '.length) : '',
      task: chosen.startsWith('task ') ? chosen.slice('task '.length) : '',
    });
  const chosen = value.task ? `task ${value.task}` : value.measure ? `measure ${value.measure}` : '';
  return (
    <div className={css.held}>
      <label htmlFor="held-up">
        {t('heldUp')} <span>({t('mayBeEmpty')})</span>
      </label>
      <select id="held-up" value={chosen} onChange={(event) => choose(event.target.value)}>
        <option value="">{t('noMeasure')}</option>
        <optgroup label={t('measures')}>
          {measures.map((measure) => (
            <option key={measure} value={`measure ${measure}`}>
              {words.measure(measure)}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('tasks')}>
          {offered.map((one) => (
            <option key={one.value} value={`task ${one.value}`}>
              {one.label}
            </option>
          ))}
        </optgroup>
      </select>
    </div>
  );
};
