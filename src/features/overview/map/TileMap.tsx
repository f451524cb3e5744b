import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { figuresBehind } from '#features/behind-figures.ts';
import { useUnitWords } from '#features/unit-words.ts';
import type { PeriodId } from '#model/period.ts';
import type { UnitId } from '#model/unit.ts';
import { useFormat } from '#ui/format.ts';
import { shadeClass } from './shade-class.ts';
import shades from './Shades.module.css';
import type { ShownFigures } from './shown-figures.ts';
import { useFigureWords } from './use-figure-words.ts';
import { useRoving } from './use-roving.ts';
import css from './TileMap.module.css';

type Props = {
  shown: ShownFigures;
  period: PeriodId;
  pointed: UnitId | undefined;
  onPoint: (unit: UnitId | undefined) => void;
  now: number;
};

/** Units as tiles of one size in the order of their codes: what a map says where nobody loaded boundaries. */
export const TileMap = ({ shown, period, pointed, onPoint, now }: Props) => {
  const { t } = useTranslation('dashboard');
  const f = useFormat();
  const units = useUnitWords();
  const words = useFigureWords(shown, now);
  const rows = shown.rows.slice().sort((a, b) => (a.row.unit.id < b.row.unit.id ? -1 : 1));
  const roving = useRoving(rows.map(({ row }) => row.unit.id));
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset brings a border and a legend of its own
    <div role="group" aria-label={t('map.label')} className={css.tiles}>
      {rows.map((one) => {
        const { unit } = one.row;
        const { ref, tabIndex, onFocus, onKeyDown } = roving.of(unit.id);
        return (
          <Link
            key={unit.id}
            ref={ref}
            tabIndex={tabIndex}
            to={figuresBehind(unit.id, period)}
            title={words.lines(one).join('\n')}
            className={[
              css.tile,
              shadeClass(one.level, shown.edges) ?? `${shades.hatch} ${css.unknown}`,
              pointed === unit.id ? css.pointed : '',
            ].join(' ')}
            onFocus={() => {
              onFocus();
              onPoint(unit.id);
            }}
            onKeyDown={onKeyDown}
            onBlur={() => onPoint(undefined)}
            onPointerEnter={() => onPoint(unit.id)}
            onPointerLeave={() => onPoint(undefined)}
          >
            <span>{units.short(unit)}</span> <b>{one.value === null ? '–' : f.number(one.value)}</b>
            <span className="visually-hidden">{`, ${words.more(one)}`}</span>
          </Link>
        );
      })}
    </div>
  );
};
