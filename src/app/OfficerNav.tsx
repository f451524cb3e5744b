import { Ellipsis, Inbox, LayoutDashboard, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { HeldCount } from '#app/HeldCount.tsx';
import { PhoneNav } from '#app/PhoneNav.tsx';
import css from './OfficerNav.module.css';
import count from './NavCount.module.css';

/** An officer's places, on a phone. */
export const OfficerNav = () => {
  const { t } = useTranslation('common');
  return (
    <PhoneNav
      className={css.nav}
      places={[
        { to: '/', label: t('nav.overview'), icon: LayoutDashboard, also: ['/tong-quan'] },
        { to: '/nguoi-va-may', label: t('nav.devices'), icon: Users },
        { to: '/hop-cho', label: t('nav.holdingBox'), icon: Inbox, count: <HeldCount className={count.dot} /> },
        { to: '/them', label: t('nav.more'), icon: Ellipsis, also: ['/nhan-ho'] },
      ]}
    />
  );
};
