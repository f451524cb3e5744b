import { useState } from 'react';
import { chooseColumns, chosenColumns } from '#features/table-choice.ts';
import type { TableColumn } from '#ui/DataTable/columns.ts';

/** Which columns of a table are in sight: the usual ones, or those chosen on this device. The first always is. */
export const useTableColumns = <Row>(table: string, columns: readonly TableColumn<Row>[]) => {
  const [chosen, setChosen] = useState(() => chosenColumns(table));
  const [name, ...rest] = columns;
  const usual = rest.filter(({ aside }) => !aside);
  const known = chosen && rest.filter(({ key }) => chosen.includes(key));
  // Chosen in a version that had other columns: the usual ones, rather than a name alone.
  const others = known && known.length > 0 ? known : usual;
  const choose = (keys: string[] | undefined) => {
    setChosen(keys);
    chooseColumns(table, keys);
  };
  return { inSight: name ? [name, ...others] : [], rest, choose };
};
