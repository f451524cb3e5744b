import { useTranslation } from 'react-i18next';
import type { TableColumn, TableOrder } from '#ui/DataTable/columns.ts';
import { nextOrder } from '#ui/DataTable/order-rows.ts';
import { Button } from '#ui/Button.tsx';
import { Choices } from '#ui/Choices.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import css from './TableColumns.module.css';

type Props<Row> = {
  open: boolean;
  wide: boolean;
  /** All but the first, which always stands. */
  columns: readonly TableColumn<Row>[];
  inSight: readonly TableColumn<Row>[];
  order: TableOrder | undefined;
  onOrder: (order: TableOrder) => void;
  onChoose: (keys: string[] | undefined) => void;
  onClose: () => void;
};

/** Which columns stand in the table; where there are no heads to tap, also how its rows are ordered. */
export const TableColumns = <Row,>({ open, wide, columns, inSight, order, onOrder, onChoose, onClose }: Props<Row>) => {
  const { t } = useTranslation('table');
  const shown = columns.filter((column) => inSight.includes(column)).map(({ key }) => key);
  const toggle = (key: string) =>
    onChoose(
      columns
        .map((column) => column.key)
        .filter((other) => (other === key ? !shown.includes(key) : shown.includes(other))),
    );
  const wholeName = ({ group, head, unit }: TableColumn<Row>) =>
    [group, head].filter(Boolean).join(', ') + (unit ? ` (${unit})` : '');
  return (
    <Sheet open={open} title={t(wide ? 'columnsTitle' : 'lookTitle')} onClose={onClose}>
      {!wide && (
        <Choices
          legend={t('orderBy')}
          name="table-order"
          options={inSight.map((column) => ({ value: column.key, label: wholeName(column) }))}
          value={order?.column}
          onChange={(key) => {
            const column = inSight.find((one) => one.key === key);
            if (column) onOrder(nextOrder(column, undefined));
          }}
        />
      )}
      <p className={css.hint}>{t('columnsHint')}</p>
      <fieldset className={css.list}>
        <legend className="visually-hidden">{t('columnsTitle')}</legend>
        {columns.map((column) => {
          const last = shown.length === 1 && shown[0] === column.key;
          return (
            <label key={column.key} className={css.column}>
              <input
                type="checkbox"
                checked={shown.includes(column.key)}
                disabled={last}
                onChange={() => toggle(column.key)}
              />
              <span>
                {wholeName(column)}
                {(last || column.long) && <small>{last ? t('columnsKeepOne') : column.long}</small>}
              </span>
            </label>
          );
        })}
      </fieldset>
      <Button onClick={() => onChoose(undefined)}>{t('columnsUsual')}</Button>
    </Sheet>
  );
};
