import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Column, Order } from '#features/overview/sort-rows.ts';
import css from './FiguresTable.module.css';

type Props = {
  column: Column;
  order: Order;
  onSort: (column: Column) => void;
  figures?: boolean;
  title?: string;
  children: ReactNode;
};

/** The head of a column; a tap orders the rows by it, another turns the order round. */
export const ColumnHead = ({ column, order, onSort, figures = false, title, children }: Props) => {
  const sorted = order.column === column;
  const Arrow = order.down ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      className={figures ? css.number : undefined}
      aria-sort={sorted ? (order.down ? 'descending' : 'ascending') : undefined}
    >
      <button type="button" className={css.sort} title={title} onClick={() => onSort(column)}>
        {sorted && <Arrow aria-hidden size={14} />}
        <span>{children}</span>
      </button>
    </th>
  );
};
