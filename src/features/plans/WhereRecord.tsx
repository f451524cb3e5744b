import { useTranslation } from 'react-i18next';
import type { RecordRow } from '#store/database.ts';
import { StateTag } from '#ui/StateTag.tsx';

/** Says where what was written here is, while it is not all at the province. */
export const WhereRecord = ({ row }: { row: RecordRow }) => {
  const { t } = useTranslation('plans');
  if (row.unsettled === 0) return null;
  const refused = row.steps.some(({ where }) => where === 'needsAttention');
  return (
    <p>
      <StateTag state={refused ? 'needsAttention' : 'onPhone'}>{t(refused ? 'needsAttention' : 'waiting')}</StateTag>
    </p>
  );
};
