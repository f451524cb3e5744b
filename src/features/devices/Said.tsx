import { CheckCheck, Smartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import css from './Said.module.css';

/** What a phone said it still held when it was last heard from. */
export const Said = ({ waiting }: { waiting: number }) => {
  const { t } = useTranslation('devices');
  return waiting === 0 ? (
    <span className={`${css.said} ${css.all}`}>
      <CheckCheck aria-hidden size={16} />
      {t('sentAll')}
    </span>
  ) : (
    <span className={`${css.said} ${css.some}`}>
      <Smartphone aria-hidden size={16} />
      {t('stillHad', { count: waiting })}
    </span>
  );
};
