import { moveWithKeys } from '#ui/DataTable/cell-keys.ts';
import { CellWords } from '#ui/DataTable/CellWords.tsx';
import type { TableColumn, TableOrder } from '#ui/DataTable/columns.ts';
import { Heads } from '#ui/DataTable/Heads.tsx';
import { lookOf } from '#ui/DataTable/look.ts';
import css from './Table.module.css';

type Props<Row> = {
  caption: string;
  /** The first is the name of the row and stays in sight. */
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  /** What the sums are of: the rows in sight, also those further down than what is drawn. */
  summed: readonly Row[];
  rowKey: (row: Row) => string;
  marked?: ((row: Row) => boolean) | undefined;
  order: TableOrder | undefined;
  onOrder: (order: TableOrder) => void;
  /** The name of the row of sums; none, no such row. */
  foot?: string | undefined;
};

/** A table that scrolls inside itself, its heads, its names and its sums in sight. Arrow keys go from cell to cell. */
export const Table = <Row,>({ caption, columns, rows, summed, rowKey, marked, order, onOrder, foot }: Props<Row>) => (
  // The region takes the focus so that arrow keys scroll it.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <section className={css.region} tabIndex={0} aria-label={caption}>
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys lead from one cell's link to another's */}
    <table className={css.table} onKeyDown={moveWithKeys}>
      <caption className="visually-hidden">{caption}</caption>
      <Heads columns={columns} order={order} onOrder={onOrder} />
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className={marked?.(row) ? css.marked : undefined}>
            {columns.map((column, at) => {
              const inside = column.show?.(row) ?? <CellWords kind={column.kind} value={column.value(row)} />;
              const look = lookOf(columns, at);
              return at === 0 ? (
                <th key={column.key} scope="row" data-column={column.key} className={look}>
                  {inside}
                </th>
              ) : (
                <td key={column.key} data-column={column.key} className={look}>
                  {inside}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      {foot !== undefined && (
        <tfoot>
          <tr>
            {columns.map((column, at) =>
              at === 0 ? (
                <th key={column.key} scope="row">
                  {foot}
                </th>
              ) : (
                <td key={column.key} data-column={column.key} className={lookOf(columns, at)}>
                  {column.showSum?.(summed) ??
                    (column.sum && <CellWords kind={column.kind} value={column.sum(summed)} />)}
                </td>
              ),
            )}
          </tr>
        </tfoot>
      )}
    </table>
  </section>
);
