import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { TableColumn, TableOrder } from '#ui/DataTable/columns.ts';

const read = (asked: string): TableOrder => ({ column: asked.replace(/^-/, ''), down: asked.startsWith('-') });

/**
 * The order of a table's rows: as last chosen, else the usual one. With `address`, the name of a part of the address
 * ('xep=-VNEID_CAI': from the largest), so that going back finds it again.
 */
export const useTableOrder = <Row>(
  columns: readonly TableColumn<Row>[],
  usual: TableOrder | undefined,
  address: string | undefined,
): [TableOrder | undefined, (order: TableOrder) => void] => {
  const [params, setParams] = useSearchParams();
  const [here, setHere] = useState<TableOrder>();
  const asked = address === undefined ? here : read(params.get(address) ?? '');
  const order = asked && columns.some(({ key }) => key === asked.column) ? asked : usual;
  const choose = (next: TableOrder) => {
    if (address === undefined) setHere(next);
    else
      setParams(
        (known) => {
          known.set(address, `${next.down ? '-' : ''}${next.column}`);
          return known;
        },
        { replace: true },
      );
  };
  return [order, choose];
};
