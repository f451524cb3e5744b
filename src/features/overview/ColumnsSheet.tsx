import { useTranslation } from 'react-i18next';
import { inOrder } from '#features/overview/chosen-measures.ts';
import { measures as allMeasures, type Measure } from '#model/indicator.ts';
import { Button } from '#ui/Button.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import css from './ColumnsSheet.module.css';

type Props = {
  open: boolean;
  chosen: readonly Measure[];
  usual: readonly Measure[];
  onChoose: (measures: Measure[]) => void;
  onClose: () => void;
};

/** Which measures stand in the table. */
export const ColumnsSheet = ({ open, chosen, usual, onChoose, onClose }: Props) => {
  const { t } = useTranslation(['overview', 'measures']);
  const toggle = (measure: Measure) =>
    onChoose(chosen.includes(measure) ? chosen.filter((other) => other !== measure) : inOrder([...chosen, measure]));
  return (
    <Sheet open={open} title={t('overview:columnsTitle')} onClose={onClose}>
      <p className={css.hint}>{t('overview:columnsHint')}</p>
      <fieldset className={css.list}>
        <legend className="visually-hidden">{t('overview:columnsTitle')}</legend>
        {inOrder(allMeasures).map((measure) => {
          const last = chosen.length === 1 && chosen[0] === measure;
          return (
            <label key={measure} className={css.measure}>
              <input
                type="checkbox"
                checked={chosen.includes(measure)}
                disabled={last}
                onChange={() => toggle(measure)}
              />
              <span>
                {t(`measures:${measure}.short`)}
                <small>{last ? t('overview:columnsKeepOne') : t(`measures:${measure}.full`)}</small>
              </span>
            </label>
          );
        })}
      </fieldset>
      <Button onClick={() => onChoose([...usual])}>{t('overview:columnsUsual')}</Button>
    </Sheet>
  );
};
