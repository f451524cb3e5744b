import { useTranslation } from 'react-i18next';
import { Chip } from '#features/analysis/Chip.tsx';
import {
  columnsOffered,
  comparisons,
  counts,
  levels,
  parts,
  rowsOffered,
  type Choice,
} from '#features/analysis/choice.ts';
import { MeasureChoice } from '#features/analysis/MeasureChoice.tsx';
import { UnitPicker } from '#features/UnitPicker.tsx';
import { useMemberWords } from '#features/analysis/use-member-words.ts';
import { shiftPeriod, type PeriodId } from '#model/period.ts';
import type { PivotAxis } from '#model/pivot.ts';
import type { Unit } from '#model/unit.ts';
import { Choices } from '#ui/Choices.tsx';

type Props = {
  choice: Choice;
  current: PeriodId;
  /** The unit looked at, and the units below it where they are known. */
  unit: Unit;
  units: readonly Unit[];
  onChoose: (change: Partial<Choice>) => void;
};

const monthsBack = 24;

/** What to count, of whom, over which time, told apart by what, and how to lay it out. */
export const Chips = ({ choice, current, unit, units, onChoose }: Props) => {
  const { t } = useTranslation('analysis');
  const words = useMemberWords(choice.by, current);
  const { layout, by } = choice;
  const said = (axes: readonly PivotAxis[]) => axes.map((axis) => t(`axisShort.${axis}`)).join(' × ');
  const periods = Array.from({ length: monthsBack + 1 }, (_, back) => shiftPeriod(current, -back));
  const ofProvince = unit.level === 'province';
  return (
    <>
      <Chip label={t('rows')} value={t(`axis.${layout.rows}`)}>
        {(close) => (
          <Choices
            legend={t('rows')}
            legendHidden
            name="rows"
            value={layout.rows}
            options={rowsOffered(by).map((value) => ({ value, label: t(`axis.${value}`) }))}
            onChange={(rows) => {
              onChoose({ layout: { ...layout, rows } });
              close();
            }}
          />
        )}
      </Chip>
      <Chip label={t('columns')} value={said(layout.columns)}>
        {(close) => (
          <Choices
            legend={t('columns')}
            legendHidden
            name="columns"
            value={layout.columns.join()}
            options={columnsOffered(layout.rows, by).map((pair) => ({ value: pair.join(), label: said(pair) }))}
            onChange={(pair) => {
              onChoose({ layout: { ...layout, columns: pair.split(',') as PivotAxis[] } });
              close();
            }}
          />
        )}
      </Chip>
      <Chip label={t('measures')} value={t('measuresChosen', { count: choice.measures.length })}>
        {() => <MeasureChoice chosen={choice.measures} onChoose={(measures) => onChoose({ measures })} />}
      </Chip>
      <Chip label={t('periods')} value={t('periodsTo', { number: choice.count, period: words.period(choice.last) })}>
        {() => (
          <>
            <Choices
              legend={t('howMany')}
              name="count"
              value={choice.count}
              options={counts.map((value) => ({ value, label: t('months', { count: Number(value) }) }))}
              onChange={(count) => onChoose({ count })}
            />
            <Choices
              legend={t('upTo')}
              name="last"
              value={choice.last}
              options={periods.map((value) => ({
                value,
                label: t('periodWhole', { month: Number(value.slice(5)), year: value.slice(0, 4) }),
              }))}
              onChange={(last) => onChoose({ last })}
            />
          </>
        )}
      </Chip>
      <Chip label={t('by')} value={t(`part.${by}`)}>
        {(close) => (
          <Choices
            legend={t('by')}
            legendHidden
            name="by"
            value={by}
            options={parts.map((value) => ({ value, label: t(`part.${value}`) }))}
            onChange={(part) => {
              onChoose({ by: part });
              close();
            }}
          />
        )}
      </Chip>
      <Chip
        label={t('filter')}
        value={
          choice.only.length > 0
            ? t('someUnits', { count: choice.only.length })
            : t(ofProvince && choice.level === 'below' ? 'allCommunes' : 'allVillages')
        }
      >
        {() => (
          <>
            {ofProvince && (
              <Choices
                legend={t('level')}
                name="level"
                value={choice.level}
                options={levels.map((value) => ({ value, label: t(`levels.${value}`) }))}
                onChange={(level) => onChoose({ level })}
              />
            )}
            <UnitPicker
              legend={t('which')}
              units={units.slice()}
              value={choice.only.length > 0 ? choice.only.slice() : 'all'}
              onChange={(value) => onChoose({ only: value === 'all' ? [] : value })}
            />
          </>
        )}
      </Chip>
      {by === 'none' && layout.rows !== 'period' && (
        <Chip label={t('compare')} value={t(`comparison.${choice.compare}`)}>
          {(close) => (
            <Choices
              legend={t('compare')}
              legendHidden
              name="compare"
              value={choice.compare}
              options={comparisons.map((value) => ({ value, label: t(`comparison.${value}`) }))}
              onChange={(compare) => {
                onChoose({ compare });
                close();
              }}
            />
          )}
        </Chip>
      )}
    </>
  );
};
