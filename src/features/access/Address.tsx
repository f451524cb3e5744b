import { FileCode } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import css from './Access.module.css';

/** Where other systems ask, and where it is written what can be asked. */
export const Address = () => {
  const { t } = useTranslation('access');
  return (
    <div className={css.address}>
      <p>
        {t('address')} <code>{new URL('/api/v1/', location.href).href}</code>
      </p>
      <a href="/api/openapi.json" target="_blank" rel="noreferrer">
        <FileCode aria-hidden size={20} />
        {t('document')}
      </a>
    </div>
  );
};
