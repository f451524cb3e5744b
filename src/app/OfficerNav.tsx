import { Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { HeldCount } from '#app/HeldCount.tsx';
import { officerPlaces, type OfficerPlace } from '#app/officer-places.ts';
import { PhoneNav } from '#app/PhoneNav.tsx';
import css from './OfficerNav.module.css';
import count from './NavCount.module.css';

/** As many as fit under a thumb; the others are reached through the More menu. */
const underTheThumb: readonly OfficerPlace['key'][] = ['overview', 'tasks', 'targets', 'obstacles'];
const shown = officerPlaces.filter(({ key }) => underTheThumb.includes(key));
const throughMore = officerPlaces.filter(({ key }) => !underTheThumb.includes(key));

/** An officer's places, on a phone. */
export const OfficerNav = () => {
  const { t } = useTranslation('common');
  return (
    <PhoneNav
      className={css.nav}
      places={[
        ...shown.map(({ to, key, icon }) => ({
          to,
          label: t(`nav.${key}`),
          icon,
          ...(to === '/' && { also: ['/tong-quan'] }),
        })),
        {
          to: '/them',
          label: t('nav.more'),
          icon: Ellipsis,
          also: ['/nhan-ho', '/cai-dat', ...throughMore.map(({ to }) => to)],
          count: <HeldCount className={count.dot} />,
        },
      ]}
    />
  );
};
