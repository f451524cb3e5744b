import { ArrowDown, ArrowUp } from 'lucide-react';
import { nextOrder } from '#ui/DataTable/order-rows.ts';
import type { TableColumn, TableOrder } from '#ui/DataTable/columns.ts';
import { lookOf, startsGroup } from '#ui/DataTable/look.ts';
import css from './Table.module.css';

type Props<Row> = {
  columns: readonly TableColumn<Row>[];
  order: TableOrder | undefined;
  onOrder: (order: TableOrder) => void;
};

const Head = <Row,>({
  columns,
  at,
  order,
  onOrder,
  rowSpan,
}: Props<Row> & { at: number; rowSpan: number | undefined }) => {
  const column = columns[at]!;
  const sorted = order?.column === column.key;
  const Arrow = order?.down ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      rowSpan={rowSpan}
      data-column={column.key}
      className={lookOf(columns, at)}
      aria-sort={sorted ? (order.down ? 'descending' : 'ascending') : undefined}
    >
      <button type="button" className={css.sort} title={column.long} onClick={() => onOrder(nextOrder(column, order))}>
        {sorted && <Arrow aria-hidden size={14} />}
        <span>
          {column.head}
          {column.unit && (
            <>
              {' '}
              <small>{column.unit}</small>
            </>
          )}
        </span>
      </button>
    </th>
  );
};

/** How many columns from here on stand under the same common head. */
const width = <Row,>(columns: readonly TableColumn<Row>[], from: number): number => {
  let to = from;
  while (to < columns.length && columns[to]!.group === columns[from]!.group) to += 1;
  return to - from;
};

/** The heads of a table: a tap orders the rows by a column, another turns the order round. Neighbours of one group share a head. */
export const Heads = <Row,>(props: Props<Row>) => {
  const { columns } = props;
  const grouped = columns.some(({ group }) => group !== undefined);
  const each = columns.map((column, at) => ({ column, at }));
  if (!grouped)
    return (
      <thead>
        <tr>
          {each.map(({ column, at }) => (
            <Head key={column.key} at={at} rowSpan={undefined} {...props} />
          ))}
        </tr>
      </thead>
    );
  return (
    <thead className={css.grouped}>
      <tr>
        {each.map(({ column, at }) => {
          if (column.group === undefined) return <Head key={column.key} at={at} rowSpan={2} {...props} />;
          if (!startsGroup(columns, at)) return null;
          return (
            <th key={column.key} scope="colgroup" colSpan={width(columns, at)} className={css.group}>
              {column.group}
            </th>
          );
        })}
      </tr>
      <tr>
        {each
          .filter(({ column }) => column.group !== undefined)
          .map(({ column, at }) => (
            <Head key={column.key} at={at} rowSpan={undefined} {...props} />
          ))}
      </tr>
    </thead>
  );
};
