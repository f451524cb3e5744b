import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty } from '#ui/Empty.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import css from './NotHere.module.css';

export const NotHere = () => {
  const { t } = useTranslation('common');
  return (
    <>
      <TopBar title={t('appName')} />
      <Empty
        action={
          <Link to="/" className={css.home}>
            {t('goHome')}
          </Link>
        }
      >
        {t('notHere')}
      </Empty>
    </>
  );
};
