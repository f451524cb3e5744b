import { Search, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#ui/IconButton.tsx';
import css from './FilterBox.module.css';

type Props = { label: string; value: string; found: number; onChange: (value: string) => void };

/** Leaves only the rows whose name holds what is typed. */
export const FilterBox = ({ label, value, found, onChange }: Props) => {
  const { t } = useTranslation('overview');
  return (
    <div className={css.box}>
      <Search aria-hidden size={18} />
      <input
        type="text"
        aria-label={label}
        placeholder={label}
        value={value}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onChange('')}
      />
      {value !== '' && (
        <IconButton className={css.clear} icon={X} label={t('clearFilter')} onClick={() => onChange('')} />
      )}
      <output className="visually-hidden">{value.trim() !== '' && t('filterFound', { count: found })}</output>
    </div>
  );
};
