import type { CellValue, TableColumn, TableOrder } from '#ui/DataTable/columns.ts';

// Vietnamese order of letters and tones; village 2 before village 10.
const byWords = new Intl.Collator('vi', { numeric: true });

const compare = (one: CellValue, other: CellValue): number =>
  typeof one === 'number' && typeof other === 'number' ? one - other : byWords.compare(String(one), String(other));

/** The rows in order. What is unknown stands last either way; equals stand as the first column orders them. */
export const orderRows = <Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  order: TableOrder | undefined,
): readonly Row[] => {
  const by = order && columns.find(({ key }) => key === order.column);
  const first = columns[0];
  if (!by || !first) return rows;
  const sign = order.down ? -1 : 1;
  return rows
    .map((row) => ({ row, value: by.value(row), name: first.value(row) }))
    .sort((one, other) => {
      if (one.value === other.value) return compare(one.name, other.name);
      if (one.value === null) return 1;
      if (other.value === null) return -1;
      return sign * compare(one.value, other.value);
    })
    .map(({ row }) => row);
};

/** What a first tap on a column's head gives: words from A, figures and times from the largest; then the other way. */
export const nextOrder = <Row>(column: TableColumn<Row>, order: TableOrder | undefined): TableOrder => ({
  column: column.key,
  down: order?.column === column.key ? !order.down : column.kind === 'number' || column.kind === 'moment',
});
