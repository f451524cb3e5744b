import { Split } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import css from './TwoNumbers.module.css';

/** Beside a target that two officers set without knowing of each other: opens both numbers to choose from. */
export const TwoNumbers = ({ name, onOpen }: { name: string; onOpen: () => void }) => {
  const { t } = useTranslation('target-setting');
  return (
    <button type="button" className={css.two} onClick={onOpen}>
      <Split aria-hidden size={16} />
      {t('two')}
      <span className="visually-hidden">, {name}</span>
    </button>
  );
};
