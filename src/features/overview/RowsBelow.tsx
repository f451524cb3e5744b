import { Columns3, Copy, SlidersHorizontal } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { ColumnsSheet } from '#features/overview/ColumnsSheet.tsx';
import { FiguresCards } from '#features/overview/FiguresCards.tsx';
import { FiguresTable } from '#features/overview/FiguresTable.tsx';
import { FilterBox } from '#features/FilterBox.tsx';
import { LookSheet } from '#features/overview/LookSheet.tsx';
import { sortRows } from '#features/overview/sort-rows.ts';
import { useCopyTable } from '#features/overview/use-copy-table.ts';
import { useFilter } from '#features/overview/use-filter.ts';
import type { Measures } from '#features/overview/use-measures.ts';
import { useOrder } from '#features/overview/use-order.ts';
import { useWide } from '#ui/use-wide.ts';
import type { Figures } from '#store/officer-pages.ts';
import { Button } from '#ui/Button.tsx';
import css from './RowsBelow.module.css';

type Props = { figures: Figures; measures: Measures; now: number };

/** The units right below one: as a table, or on a narrow screen as a list with one measure. */
export const RowsBelow = ({ figures, measures, now }: Props) => {
  const { t } = useTranslation(['overview', 'measures']);
  const wide = useWide();
  const [order, sortBy] = useOrder();
  const { wanted, setWanted, found, filtering } = useFilter(figures.rows);
  const [choosing, setChoosing] = useState(false);
  const rows = sortRows(found, order);
  const { hash, key } = useLocation();
  const place = useRef<HTMLElement>(null);
  // A figure above leads here, to the units it is made of.
  useEffect(() => {
    if (hash === '#bang' && key !== '') place.current?.focus();
  }, [hash, key]);
  const copy = useCopyTable(figures, rows, measures.columns);
  const ofProvince = figures.unit.level === 'province';

  return (
    <section id="bang" ref={place} tabIndex={-1} className={css.rows} aria-labelledby="rows-below">
      <div className={css.bar}>
        <h2 id="rows-below">
          {t(ofProvince ? 'overview:communes' : 'overview:villages', { count: figures.rows.length })}
        </h2>
        <FilterBox
          label={t(ofProvince ? 'overview:filterCommune' : 'overview:filterVillage')}
          value={wanted}
          found={rows.length}
          onChange={setWanted}
        />
        {wide ? (
          <>
            <Button className={css.button} icon={Columns3} onClick={() => setChoosing(true)}>
              {t('overview:columns')}
            </Button>
            <Button className={css.button} icon={Copy} onClick={() => void copy()}>
              {t('overview:copy')}
            </Button>
          </>
        ) : (
          <Button className={css.button} icon={SlidersHorizontal} onClick={() => setChoosing(true)}>
            {t('overview:lookMeasure')}: {t(`measures:${measures.one}.short`)}
          </Button>
        )}
      </div>
      {rows.length === 0 && <p className={css.nobody}>{t('overview:filterNone', { wanted: wanted.trim() })}</p>}
      {wide ? (
        rows.length > 0 && (
          <FiguresTable
            figures={figures}
            rows={rows}
            filtering={filtering}
            measures={measures.columns}
            order={order}
            onSort={sortBy}
            now={now}
          />
        )
      ) : (
        <FiguresCards rows={rows} period={figures.period} measure={measures.one} now={now} />
      )}
      <p className={css.truth}>
        {t('overview:contributionHint')} {t('overview:devicesTruth')}
      </p>
      {wide ? (
        <ColumnsSheet
          open={choosing}
          chosen={measures.columns}
          usual={measures.usual}
          onChoose={measures.setColumns}
          onClose={() => setChoosing(false)}
        />
      ) : (
        <LookSheet
          open={choosing}
          measure={measures.one}
          order={order}
          withTeams={ofProvince}
          onMeasure={(measure) => {
            measures.setOne(measure);
            if (order.column === measures.one) sortBy(measure);
          }}
          onOrder={sortBy}
          onClose={() => setChoosing(false)}
        />
      )}
    </section>
  );
};
