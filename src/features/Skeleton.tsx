import { useTranslation } from 'react-i18next';
import css from './Skeleton.module.css';

/** Lines where rows will be, not before 300 ms have passed. */
export const Skeleton = ({ rows = 8 }: { rows?: number }) => {
  const { t } = useTranslation('overview');
  return (
    <output className={css.skeleton}>
      <span className={css.words}>{t('opening')}</span>
      {Array.from({ length: rows }, (_, at) => (
        <span key={at} aria-hidden className={css.row} />
      ))}
    </output>
  );
};
