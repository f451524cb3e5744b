import { Map as MapIcon, Table2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inOrder } from '#features/overview/chosen-measures.ts';
import { Skeleton } from '#features/Skeleton.tsx';
import { measures as allMeasures, type Measure } from '#model/indicator.ts';
import type { UnitId } from '#model/unit.ts';
import type { Figures } from '#store/officer-pages.ts';
import { AreaMap } from './AreaMap.tsx';
import { Legend } from './Legend.tsx';
import { MapTable } from './MapTable.tsx';
import shades from './Shades.module.css';
import { shownFigures } from './shown-figures.ts';
import { TileMap } from './TileMap.tsx';
import { useBoundaries } from '#features/use-boundaries.ts';
import css from './MapPart.module.css';

type Props = {
  figures: Figures;
  measure: Measure;
  onMeasure: (measure: Measure) => void;
  off: readonly Measure[];
  /** By unit, where it is known. */
  residents: ReadonlyMap<UnitId, { count: number }>;
  pointed: UnitId | undefined;
  onPoint: (unit: UnitId | undefined) => void;
  now: number;
};

/** One measure over the units below, where they lie; or as a table. */
export const MapPart = ({ figures, measure, onMeasure, off, residents, pointed, onPoint, now }: Props) => {
  const { t } = useTranslation(['dashboard', 'measures']);
  const [asTable, setAsTable] = useState(false);
  const [wish, setWish] = useState<'residents' | 'count'>();
  const areas = useBoundaries(figures.unit.id);
  const { rows, period, unit } = figures;
  const level = unit.level === 'province' ? 'province' : 'commune';
  const peopled = rows.filter((row) => residents.has(row.unit.id)).length;
  const by = peopled === 0 ? 'count' : (wish ?? (peopled * 2 >= rows.length ? 'residents' : 'count'));
  const shown = useMemo(
    () => shownFigures(rows, measure, by === 'residents' ? residents : undefined),
    [rows, measure, by, residents],
  );
  const drawn = (areas ?? []).filter((area) => rows.some((row) => row.unit.id === area.unit));
  const nowhere = drawn.length === 0 ? 0 : rows.length - drawn.length;
  const pointing = { pointed, onPoint };
  return (
    <section className={`${css.part} ${shades.shades}`} aria-labelledby="map-title">
      <div className={css.head}>
        <h2 id="map-title">{t(`measures:${measure}.short`)}</h2>
        <span className={css.by}>{t(by === 'residents' ? 'dashboard:map.byResidents' : 'dashboard:map.byCount')}</span>
        <button type="button" className={css.switch} onClick={() => setAsTable(!asTable)}>
          {asTable ? <MapIcon aria-hidden size={16} /> : <Table2 aria-hidden size={16} />}
          {t(asTable ? 'dashboard:map.asMap' : 'dashboard:map.asTable')}
        </button>
      </div>
      <div className={css.choices}>
        <label>
          <span>{t('dashboard:map.measure')}</span>
          <select value={measure} onChange={(event) => onMeasure(event.target.value)}>
            {inOrder(allMeasures.filter((one) => !off.includes(one))).map((one) => (
              <option key={one} value={one}>
                {t(`measures:${one}.short`)}
              </option>
            ))}
          </select>
        </label>
        {peopled > 0 && (
          <label className={css.check}>
            <input
              type="checkbox"
              checked={by === 'residents'}
              onChange={(event) => setWish(event.target.checked ? 'residents' : 'count')}
            />
            <span>{t('dashboard:map.perThousand')}</span>
          </label>
        )}
      </div>
      {asTable ? (
        <MapTable shown={shown} period={period} label={t('dashboard:map.tableLabel')} />
      ) : (
        <>
          {drawn.length > 0 ? (
            <AreaMap areas={drawn} shown={shown} period={period} now={now} {...pointing} />
          ) : (
            ((areas && <TileMap shown={shown} period={period} now={now} {...pointing} />) ?? <Skeleton rows={6} />)
          )}
          <Legend shown={shown} level={level} />
          {areas && drawn.length === 0 && (
            <p className={css.note}>
              {t(level === 'province' ? 'dashboard:map.tilesCommunes' : 'dashboard:map.tilesVillages')}
            </p>
          )}
          {nowhere > 0 && <p className={css.note}>{t('dashboard:map.nowhere', { count: nowhere })}</p>}
        </>
      )}
    </section>
  );
};
