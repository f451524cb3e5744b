import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { figuresBehind } from '#features/behind-figures.ts';
import type { PeriodId } from '#model/period.ts';
import type { UnitId } from '#model/unit.ts';
import type { Boundaries } from '#store/officer-pages.ts';
import { drawAreas } from '#features/draw-areas.ts';
import { shadeClass } from './shade-class.ts';
import type { ShownFigures } from './shown-figures.ts';
import { Tip } from './Tip.tsx';
import { useRoving } from './use-roving.ts';
import { useFigureWords } from './use-figure-words.ts';
import css from './AreaMap.module.css';

type Props = {
  areas: Boundaries['areas'];
  shown: ShownFigures;
  period: PeriodId;
  pointed: UnitId | undefined;
  onPoint: (unit: UnitId | undefined) => void;
  now: number;
};

const [width, most] = [456, 400];

/** Units where they lie, in the colour of their class. One stop of the Tab key; arrows go from neighbour to neighbour. */
export const AreaMap = ({ areas, shown, period, pointed, onPoint, now }: Props) => {
  const { t } = useTranslation('dashboard');
  const words = useFigureWords(shown, now);
  const pattern = useId();
  const { height, drawn } = useMemo(() => drawAreas(areas, width, most), [areas]);
  const rowOf = new Map(shown.rows.map((one) => [one.row.unit.id, one]));
  const there = drawn.filter(({ unit }) => rowOf.has(unit));
  const roving = useRoving(there.map(({ unit }) => unit));
  const at = there.find(({ unit }) => unit === pointed);
  const of = at && rowOf.get(at.unit);
  return (
    <div className={css.map} onPointerLeave={() => onPoint(undefined)}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing of links */}
      <svg role="group" aria-label={t('map.label')} viewBox={`0 0 ${width} ${height}`}>
        <defs>
          <pattern id={pattern} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className={css.paper} width="6" height="6" />
            <line className={css.hatch} x1="1" x2="1" y1="0" y2="6" />
          </pattern>
        </defs>
        {there.map(({ unit, path }) => {
          const one = rowOf.get(unit)!;
          const shade = shadeClass(one.level, shown.edges);
          const { ref, tabIndex, onFocus, onKeyDown } = roving.of(unit);
          return (
            <Link
              key={unit}
              ref={ref}
              tabIndex={tabIndex}
              to={figuresBehind(unit, period)}
              aria-label={words.said(one)}
              className={css.area}
              onFocus={() => {
                onFocus();
                onPoint(unit);
              }}
              onKeyDown={onKeyDown}
              onBlur={() => onPoint(undefined)}
              onPointerEnter={() => onPoint(unit)}
            >
              <path d={path} className={shade} {...(!shade && { style: { fill: `url(#${pattern})` } })} />
            </Link>
          );
        })}
        {at && <path aria-hidden className={css.pointed} d={at.path} />}
      </svg>
      {at && of && <Tip lines={words.lines(of)} x={at.x / width} y={at.y / height} />}
    </div>
  );
};
