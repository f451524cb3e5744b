import { Columns3, Copy, Download, SlidersHorizontal } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterBox } from '#features/FilterBox.tsx';
import { TableColumns } from '#features/TableColumns.tsx';
import { TableOut } from '#features/TableOut.tsx';
import { useRowsDrawn } from '#features/use-rows-drawn.ts';
import { useTableColumns } from '#features/use-table-columns.ts';
import { useTableOrder } from '#features/use-table-order.ts';
import { useTableOut } from '#features/use-table-out.ts';
import { withoutMarks } from '#features/without-marks.ts';
import { Button } from '#ui/Button.tsx';
import { Cards } from '#ui/DataTable/Cards.tsx';
import type { TableColumn, TableOrder } from '#ui/DataTable/columns.ts';
import { orderRows } from '#ui/DataTable/order-rows.ts';
import { Table } from '#ui/DataTable/Table.tsx';
import { Empty } from '#ui/Empty.tsx';
import { useWide } from '#ui/use-wide.ts';
import css from './DataTable.module.css';

export type { CellKind, CellValue, TableColumn, TableOrder } from '#ui/DataTable/columns.ts';

export type DataTableProps<Row> = {
  /** Names what this device remembers of it, as in 'audit'. */
  name: string;
  /** What the table is, in a sentence: for who hears it, and in the files. */
  caption: string;
  /** What stands above it; a heading of the second level. */
  heading?: ReactNode;
  /** The first is the name of the row: it stays in sight and cannot be put away. */
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** A row that stands out, as the one chosen. */
  marked?: (row: Row) => boolean;
  /** Makes a last row of the columns' `sum`, and says what it is of. */
  foot?: (rows: readonly Row[], filtering: boolean) => string;
  /** Offers to find rows, tone marks or not; in the name of the row unless `text` says more. */
  find?: { label: string; text?: (row: Row) => string };
  /** The order until somebody chooses another; else the rows stay as given. */
  usual?: TableOrder;
  /** The part of the address that keeps the order, as in 'xep'; only one table of a page may have it. */
  address?: string;
  /** The name of files made of it, without ending and without signs: 'phan-tich-2026-11'. */
  file: string;
  /** What has to be known to read the figures; a sheet of its own in the .xlsx. */
  about?: readonly string[];
  /** One sentence, and what to do about it, when there is no row at all. */
  empty: ReactNode;
  /** More to choose or to do, in the bar above. */
  actions?: ReactNode;
  /** Only ways out: no choice of columns, no finding; for a small table beside others. */
  small?: boolean;
};

/**
 * The officers' table. Heads, names and sums stay in sight while it scrolls; figures stand right-aligned; a tap on a
 * head orders the rows; columns can be chosen, which this device remembers; rows can be found; it can be copied into a
 * spreadsheet, saved as .xlsx and .csv, and printed; arrow keys lead from cell to cell; on a narrow screen each row is
 * a card. Screens that show one load the words 'table' and 'overview'.
 *
 * A column says its `kind` ('text', 'number', 'day' as 'YYYY-MM-DD', 'moment' as seconds since 1970), its `value`
 * (ordered by, copied, filed; null is "not known") and, where the cell is more than that, what it `show`s.
 */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { name, caption, heading, columns, rows, rowKey, marked, foot, find, usual, address, file, about = [] } = props;
  const { t } = useTranslation('table');
  const id = useId();
  const wide = useWide();
  const [wanted, setWanted] = useState('');
  const [open, setOpen] = useState<'columns' | 'out'>();
  const { inSight, rest, choose } = useTableColumns(name, columns);
  const [order, orderBy] = useTableOrder(columns, usual, address);

  const plain = withoutMarks(wanted);
  const text = find?.text ?? ((row: Row) => String(columns[0]?.value(row) ?? ''));
  const found = plain === '' ? rows : rows.filter((row) => withoutMarks(text(row)).includes(plain));
  const inOrder = orderRows(found, columns, order);
  const { drawn, next, left, more } = useRowsDrawn(inOrder.length);
  const footSaid = foot?.(inOrder, plain !== '');
  const out = useTableOut({ caption, columns: inSight, rows: inOrder, foot: footSaid, about }, file);
  const body = { caption, columns: inSight, rows: inOrder.slice(0, drawn), rowKey, marked };

  return (
    <section className={css.whole} aria-labelledby={heading === undefined ? undefined : id}>
      <div className={css.bar}>
        {heading !== undefined && <h2 id={id}>{heading}</h2>}
        {find && !props.small && (
          <FilterBox label={find.label} value={wanted} found={found.length} onChange={setWanted} />
        )}
        {props.actions}
        {rows.length > 0 && (
          <div className={css.ways}>
            {!props.small && (
              <Button
                className={css.button}
                icon={wide ? Columns3 : SlidersHorizontal}
                onClick={() => setOpen('columns')}
              >
                {t(wide ? 'columns' : 'look')}
              </Button>
            )}
            <Button className={css.button} icon={Copy} onClick={() => void out.copy()}>
              {t('copy')}
            </Button>
            <Button className={css.button} icon={Download} onClick={() => setOpen('out')}>
              {t('out')}
            </Button>
          </div>
        )}
      </div>
      {rows.length === 0 && <Empty>{props.empty}</Empty>}
      {rows.length > 0 && found.length === 0 && <p className={css.nothing}>{t('foundNone', { wanted })}</p>}
      {found.length > 0 &&
        (wide ? (
          <Table {...body} summed={inOrder} order={order} onOrder={orderBy} foot={footSaid} />
        ) : (
          <Cards {...body} />
        ))}
      {left > 0 && (
        <Button className={css.more} onClick={more}>
          {t('more', { count: next, left })}
        </Button>
      )}
      <TableColumns
        open={open === 'columns'}
        wide={wide}
        columns={rest}
        inSight={inSight}
        order={order}
        onOrder={orderBy}
        onChoose={choose}
        onClose={() => setOpen(undefined)}
      />
      <TableOut
        open={open === 'out'}
        rows={inOrder.length}
        xlsx={out.xlsx}
        csv={out.csv}
        onClose={() => setOpen(undefined)}
      />
    </section>
  );
};
