import { useSearchParams } from 'react-router';
import { isMeasure } from '#features/overview/chosen-measures.ts';
import { firstOrder, type Column, type Order } from '#features/overview/sort-rows.ts';

const fixed: readonly string[] = ['name', 'teams', 'entries', 'newest', 'devices'];

/** The order of the rows, kept in the address ('xep=-VNEID_CAI': from the largest), so that going back finds it again. */
export const useOrder = (): [Order, (column: Column) => void] => {
  const [params, setParams] = useSearchParams();
  const asked = params.get('xep') ?? '';
  const column = asked.replace(/^-/, '');
  const order: Order =
    fixed.includes(column) || isMeasure(column)
      ? { column, down: asked.startsWith('-') }
      : { column: 'name', down: false };

  const sortBy = (by: Column) => {
    const next = order.column === by ? { column: by, down: !order.down } : firstOrder(by);
    setParams(
      (known) => {
        known.set('xep', `${next.down ? '-' : ''}${next.column}`);
        return known;
      },
      { replace: true },
    );
  };
  return [order, sortBy];
};
