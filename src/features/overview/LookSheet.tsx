import { useTranslation } from 'react-i18next';
import { inOrder } from '#features/overview/chosen-measures.ts';
import type { Column, Order } from '#features/overview/sort-rows.ts';
import { measures as allMeasures, type Measure } from '#model/indicator.ts';
import { Choices } from '#ui/Choices.tsx';
import { Sheet } from '#ui/Sheet.tsx';

type Props = {
  open: boolean;
  measure: Measure;
  order: Order;
  withTeams: boolean;
  onMeasure: (measure: Measure) => void;
  onOrder: (column: Column) => void;
  onClose: () => void;
};

/** What the list shows and how it is ordered, where there is no room for columns. */
export const LookSheet = ({ open, measure, order, withTeams, onMeasure, onOrder, onClose }: Props) => {
  const { t } = useTranslation(['overview', 'measures']);
  const orders = [
    { value: 'name', label: t('overview:orderName') },
    { value: 'figure', label: t('overview:orderFigure') },
    ...(withTeams ? [{ value: 'teams', label: t('overview:orderTeams') }] : []),
    { value: 'newest', label: t('overview:orderNewest') },
  ];
  return (
    <Sheet open={open} title={t('overview:lookTitle')} onClose={onClose}>
      <Choices
        legend={t('overview:lookOrder')}
        name="order"
        options={orders}
        value={order.column === measure ? 'figure' : order.column}
        onChange={(value) => onOrder(value === 'figure' ? measure : value)}
      />
      <Choices
        legend={t('overview:lookMeasure')}
        name="measure"
        options={inOrder(allMeasures).map((value) => ({
          value,
          label: t(`measures:${value}.short`),
          hint: t(`measures:${value}.full`),
        }))}
        value={measure}
        onChange={onMeasure}
      />
    </Sheet>
  );
};
