import { useTranslation } from 'react-i18next';
import { ColumnHead } from '#features/overview/ColumnHead.tsx';
import { figureOf } from '#features/overview/completeness.ts';
import { FiguresFoot } from '#features/overview/FiguresFoot.tsx';
import { FiguresTableRow } from '#features/overview/FiguresTableRow.tsx';
import type { Column, Order } from '#features/overview/sort-rows.ts';
import type { Measure } from '#model/indicator.ts';
import type { Figures, FiguresRow } from '#store/officer-pages.ts';
import { useFormat } from '#ui/format.ts';
import css from './FiguresTable.module.css';

type Props = {
  figures: Figures;
  rows: readonly FiguresRow[];
  filtering: boolean;
  measures: readonly Measure[];
  order: Order;
  onSort: (column: Column) => void;
  now: number;
};

/** Units by measures, with how complete and how fresh each row is. Scrolls inside itself; heads and names stay in sight. */
export const FiguresTable = ({ figures, rows, filtering, measures, order, onSort, now }: Props) => {
  const { t } = useTranslation(['overview', 'measures']);
  const f = useFormat();
  const ofProvince = figures.unit.level === 'province';
  const head = { order, onSort };
  const caption = t(ofProvince ? 'overview:tableProvince' : 'overview:tableCommune', {
    span: f.span(figures.first, figures.last),
  });
  return (
    // The region takes the focus so that arrow keys scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={css.region} tabIndex={0} aria-label={caption}>
      <table className={css.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <ColumnHead column="name" {...head}>
              {t(ofProvince ? 'overview:columnCommune' : 'overview:columnVillage')}
            </ColumnHead>
            <ColumnHead column={ofProvince ? 'teams' : 'entries'} figures {...head}>
              {t(ofProvince ? 'overview:columnTeams' : 'overview:columnEntries')}
            </ColumnHead>
            {measures.map((measure) => (
              <ColumnHead
                key={measure}
                column={measure}
                figures
                title={`${t(`measures:${measure}.full`)} (${t(`measures:${measure}.unit`)})`}
                {...head}
              >
                {t(`measures:${measure}.short`)}
              </ColumnHead>
            ))}
            <ColumnHead column="newest" {...head}>
              {t('overview:columnNewest')}
            </ColumnHead>
            <ColumnHead column="devices" {...head}>
              {t('overview:columnDevices')}
            </ColumnHead>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <FiguresTableRow
              key={row.unit.id}
              row={row}
              period={figures.period}
              cells={measures.map((measure) => [measure, figureOf(row, measure)])}
              now={now}
            />
          ))}
        </tbody>
        <FiguresFoot figures={figures} rows={rows} filtering={filtering} measures={measures} now={now} />
      </table>
    </section>
  );
};
