import { Search, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#ui/IconButton.tsx';
import css from './SearchBox.module.css';

export const SearchBox = ({ value, onChange }: { value: string; onChange: (value: string) => void }) => {
  const { t } = useTranslation('guide');
  return (
    <div className={css.band}>
      <div className={css.box}>
        <Search aria-hidden size={22} />
        <input
          type="text"
          aria-label={t('search')}
          placeholder={t('example')}
          value={value}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="search"
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onChange('');
            // The keyboard goes, and what was found has the screen.
            if (event.key === 'Enter') event.currentTarget.blur();
          }}
        />
        {value !== '' && <IconButton className={css.clear} icon={X} label={t('clear')} onClick={() => onChange('')} />}
      </div>
    </div>
  );
};
