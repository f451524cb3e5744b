import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import css from './PhoneNav.module.css';

export type NavPlace = {
  to: string;
  label: string;
  icon: LucideIcon;
  /** The one thing the app is opened for, under the thumb. */
  strong?: boolean;
  /** Addresses that belong to this place too. */
  also?: string[];
  /** How much waits there. */
  count?: ReactNode;
};

const under = (pathname: string, place: string) => pathname === place || pathname.startsWith(`${place}/`);

/** The places, within reach of a thumb. `className` may hide it where a desk has its own menu. */
export const PhoneNav = ({
  places,
  className = '',
}: {
  places: readonly NavPlace[];
  className?: string | undefined;
}) => {
  const { t } = useTranslation('common');
  const { pathname } = useLocation();
  return (
    <nav className={`${css.nav} ${className}`} aria-label={t('menu')}>
      {places.map(({ to, label, icon: Icon, strong, also = [], count }) => {
        const here =
          (to === '/' ? pathname === '/' : under(pathname, to)) || also.some((place) => under(pathname, place));
        return (
          <Link key={to} to={to} className={strong ? css.log : css.place} aria-current={here ? 'page' : undefined}>
            <Icon aria-hidden size={24} />
            <span>{label}</span>
            {count}
          </Link>
        );
      })}
    </nav>
  );
};
