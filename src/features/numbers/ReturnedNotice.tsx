import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLive } from '#features/handbook.tsx';
import { useSituation } from '#features/situation.ts';
import { useWords } from '#features/words.ts';
import { confirmationOf, readConfirmationId } from '#model/records/confirmation.ts';
import { recordsOfType } from '#store/records.ts';
import { Notice } from '#ui/Notice.tsx';

/** That the commune returned the team's figures, with its reason, and the way to confirm them again; nothing else. */
const ReturnedNotice = () => {
  const { t } = useTranslation('numbers');
  const words = useWords();
  const situation = useSituation();
  const rows = useLive((db) => recordsOfType(db, 'confirmation')) ?? [];
  const returned = rows.flatMap(({ id, record }) => {
    const named = readConfirmationId(id);
    const { state, reason } = confirmationOf(record);
    const ours = named?.village === situation?.person.unit;
    const open = situation?.closed.every((one) => one.period !== named?.period);
    return named && ours && open && state === 'returned' ? [{ period: named.period, reason }] : [];
  });
  return returned.map(({ period, reason }) => (
    <Notice
      key={period}
      look="error"
      icon={CircleAlert}
      title={t('confirm.returnedTitle', { month: words.period(period) })}
      to={`/so-lieu?ky=${period}`}
    >
      {reason}
    </Notice>
  ));
};
export default ReturnedNotice;
