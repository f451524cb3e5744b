import { Check, CircleAlert, Smartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import css from './Foot.module.css';

type Props = { label: string; onSave: () => void; trouble: 'full' | 'blocked' | 'draftNotKept' | null };

/** The save button where the thumb is, and what a person should know of saving right now. */
export const Foot = ({ label, onSave, trouble }: Props) => {
  const { t } = useTranslation('log');
  return (
    <footer className={css.foot}>
      <div role="alert">
        {trouble && (
          <p className={css.trouble}>
            <CircleAlert aria-hidden size={20} />
            {t(trouble)}
          </p>
        )}
      </div>
      {!trouble && (
        <p className={css.calm}>
          <Smartphone aria-hidden size={18} />
          {t('worksOffline')}
        </p>
      )}
      <Button look="primary" icon={Check} onClick={onSave}>
        {label}
      </Button>
    </footer>
  );
};
