import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './Opening.module.css';

/** Between asking and knowing. Most waits end before the word appears. */
export const Opening = () => {
  const { t } = useTranslation('common');
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 400);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main className={css.opening} aria-busy>
      {long && <p>{t('opening')}</p>}
    </main>
  );
};
