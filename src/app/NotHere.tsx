import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty } from '#ui/Empty.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import css from './NotHere.module.css';

/** No such place; or one of other people's, and then whose. */
export const NotHere = ({ why }: { why?: 'role-too-low' | 'role-may-not-save' }) => {
  const { t } = useTranslation(['common', 'refusals']);
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
        {why ? t(`refusals:${why}`) : t('notHere')}
      </Empty>
    </>
  );
};
