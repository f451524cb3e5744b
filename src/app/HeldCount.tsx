import { useTranslation } from 'react-i18next';
import { useHoldingBox } from '#features/holding-box-page.ts';

/** How many pieces of work wait for an officer's decision, beside the place where they wait. Nothing when there are none. */
export const HeldCount = ({ className }: { className: string | undefined }) => {
  const { t } = useTranslation('common');
  const page = useHoldingBox();
  const count = page.kind === 'shown' ? page.body.waitingInAll : 0;
  if (count === 0) return null;
  return (
    <span className={className}>
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="visually-hidden">{t('nav.held', { count })}</span>
    </span>
  );
};
