import { useTranslation } from 'react-i18next';
import { choiceLimits } from '#features/analysis/choice.ts';
import { coreMeasures, measures, type Measure } from '#model/indicator.ts';
import css from './Analysis.module.css';

type Props = { chosen: readonly Measure[]; onChoose: (chosen: Measure[]) => void };

const inOrder = [...coreMeasures, ...measures.filter((measure) => !coreMeasures.includes(measure))];

/** Which measures stand in the table: one at least, and not so many that nobody reads them. */
export const MeasureChoice = ({ chosen, onChoose }: Props) => {
  const { t } = useTranslation(['analysis', 'measures']);
  const full = chosen.length >= choiceLimits.measures;
  return (
    <fieldset className={css.list}>
      <legend>{t('analysis:measuresHint', { most: choiceLimits.measures })}</legend>
      {inOrder.map((measure) => {
        const on = chosen.includes(measure);
        return (
          <label key={measure} className={css.option}>
            <input
              type="checkbox"
              checked={on}
              disabled={on ? chosen.length === 1 : full}
              onChange={() => onChoose(inOrder.filter((one) => (one === measure ? !on : chosen.includes(one))))}
            />
            <span>
              {t(`measures:${measure}.short`)}
              <small>{t(`measures:${measure}.full`)}</small>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
};
