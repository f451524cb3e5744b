import { useTranslation } from 'react-i18next';
import type { RecordRow, Whereabouts } from '#store/database.ts';
import { StateTag } from '#ui/StateTag.tsx';

/** Where one write of a record is; what this device did not write itself, the province has. */
export const whereIs = ({ steps }: Pick<RecordRow, 'steps'>, op: string): Whereabouts =>
  steps.find(({ device, seq }) => `${device}-${seq}` === op)?.where ?? 'received';

/** The least advanced of a record's writes: what a list says of the whole. */
export const whereInAll = ({ steps }: Pick<RecordRow, 'steps'>): Whereabouts =>
  (['needsAttention', 'onPhone'] as const).find((where) => steps.some((step) => step.where === where)) ?? 'received';

export const RecordWhere = ({ where }: { where: Whereabouts }) => {
  const { t } = useTranslation('states');
  return <StateTag state={where}>{t(where)}</StateTag>;
};
