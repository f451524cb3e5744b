import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { drawAreas } from '#features/draw-areas.ts';
import { useUnitWords } from '#features/unit-words.ts';
import { useBoundaries } from '#features/use-boundaries.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import type { Tree } from './tree.ts';
import css from './PlaceOnMap.module.css';

const [width, most] = [280, 250];

/** A map to look for a unit on: that of `of`, with what `mark` is on it; all of it when nothing is marked. */
type Extract = { of: UnitId; mark?: UnitId };

/** The nearest map first: beside its neighbours; then what it consists of, or its commune beside others. */
const extractsFor = (unit: Unit, { byId }: Pick<Tree, 'byId'>): Extract[] => {
  const parent = byId.get(unit.parent ?? '');
  const grandparent = byId.get(parent?.parent ?? '');
  return [
    ...(parent ? [{ of: parent.id, mark: unit.id }] : []),
    ...(parent && grandparent ? [{ of: grandparent.id, mark: parent.id }] : []),
    ...(unit.level === 'village' ? [] : [{ of: unit.id }]),
  ];
};

type Props = { unit: Unit; tree: Pick<Tree, 'byId'> };

/** Where a unit lies, if anybody loaded boundaries that show it. */
export const PlaceOnMap = ({ unit, tree }: Props) => {
  const { t } = useTranslation('area');
  const words = useUnitWords();
  const [first, second] = extractsFor(unit, tree);
  const drawnOn = [useBoundaries(first?.of), useBoundaries(second?.of)];
  const at = drawnOn.findIndex((areas, i) => {
    const { mark } = [first, second][i] ?? {};
    return areas && areas.length > 0 && (mark === undefined || areas.some((area) => area.unit === mark));
  });
  const areas = drawnOn[at];
  const extract = [first, second][at];
  const drawing = useMemo(() => areas && drawAreas(areas, width, most), [areas]);
  if (!drawing || !extract) return null;
  const whole = tree.byId.get(extract.of);
  const shown = tree.byId.get(extract.mark ?? extract.of);
  if (!whole || !shown) return null;
  const caption =
    extract.mark === undefined
      ? words.heading(shown)
      : t('placeOf', { unit: words.heading(shown), within: words.said(whole) });
  const marked = drawing.drawn.find(({ unit: id }) => id === extract.mark);
  return (
    <figure className={css.place}>
      <svg aria-hidden viewBox={`0 0 ${width} ${drawing.height}`}>
        {drawing.drawn.map(({ unit: id, path }) => (
          <path key={id} d={path} />
        ))}
        {marked && <path className={css.marked} d={marked.path} />}
      </svg>
      <figcaption>{caption}</figcaption>
    </figure>
  );
};
