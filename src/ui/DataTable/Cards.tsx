import { Card } from '#ui/Card.tsx';
import { CellWords } from '#ui/DataTable/CellWords.tsx';
import type { TableColumn } from '#ui/DataTable/columns.ts';
import css from './Cards.module.css';

type Props<Row> = {
  caption: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  marked?: ((row: Row) => boolean) | undefined;
};

const headOf = <Row,>({ group, head, unit }: TableColumn<Row>) =>
  [group, head].filter(Boolean).join(', ') + (unit ? ` (${unit})` : '');

/** The rows of a table where there is no room for one: a card each, its columns below its name. */
export const Cards = <Row,>({ caption, columns, rows, rowKey, marked }: Props<Row>) => {
  const [name, ...rest] = columns;
  if (!name || rows.length === 0) return null;
  return (
    <Card as="ul" aria-label={caption}>
      {rows.map((row) => (
        <li key={rowKey(row)} className={marked?.(row) ? `${css.card} ${css.marked}` : css.card}>
          <span className={css.name}>{name.show?.(row) ?? <CellWords kind={name.kind} value={name.value(row)} />}</span>
          <dl className={css.facts}>
            {rest.map((column) => (
              <div key={column.key} className={css.fact}>
                <dt>{headOf(column)}</dt>
                <dd className={column.strong || column.kind === 'number' ? css.figure : undefined}>
                  {column.show?.(row) ?? <CellWords kind={column.kind} value={column.value(row)} />}
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </Card>
  );
};
