import { useTranslation } from 'react-i18next';
import { useWords } from '#features/words.ts';
import { readCount, type EntryDraft } from '#model/draft.ts';
import {
  cellKey,
  dimensionValues,
  exclusiveDimensions,
  indicatorOf,
  type Dimension,
  type Measure,
} from '#model/indicator.ts';
import { useFormat } from '#ui/format.ts';
import { CountStepper } from './CountStepper.tsx';
import { Problem } from './Problem.tsx';
import { errorId, fieldId } from './field-id.ts';
import css from './Cells.module.css';

type Props = {
  measure: Measure;
  total: number;
  cells: EntryDraft['cells'];
  problemOf: (field: string) => string | undefined;
  onChange: (cells: EntryDraft['cells']) => void;
};

export const CellsOfMeasure = ({ measure, total, cells, problemOf, onChange }: Props) => {
  const { t } = useTranslation('log');
  const words = useWords();
  const format = useFormat();
  const countOf = (dimension: Dimension, value: string) =>
    readCount(cells[cellKey(measure, dimension, value)] ?? '') || 0;

  return (indicatorOf(measure)?.dimensions ?? []).map((dimension) => {
    const shared = exclusiveDimensions.includes(dimension);
    const sum = dimensionValues[dimension].reduce((so, value) => so + countOf(dimension, value), 0);
    return (
      <div key={dimension} className={css.dimension}>
        <h4>{words.cell(dimension)}</h4>
        {dimensionValues[dimension].map((value) => {
          const key = cellKey(measure, dimension, value);
          const count = countOf(dimension, value);
          return (
            <div key={key} className={css.cell}>
              <label htmlFor={fieldId(key)}>{words.cell(value)}</label>
              <CountStepper
                id={fieldId(key)}
                what={`${words.measure(measure)}, ${words.cell(value)}`}
                text={cells[key] ?? '0'}
                most={shared ? count + Math.max(0, total - sum) : total}
                error={problemOf(key) && errorId(key)}
                onText={(text) => onChange({ ...cells, [key]: text })}
              />
              <Problem of={key} words={problemOf(key)} />
            </div>
          );
        })}
        {shared && sum > 0 && sum < total && (
          <p className={css.rest}>{t('cellsRest', { rest: format.number(total - sum) })}</p>
        )}
      </div>
    );
  });
};
