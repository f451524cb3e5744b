import {
  ChartNoAxesColumn,
  Ellipsis,
  House,
  Inbox,
  LayoutDashboard,
  NotebookText,
  Plus,
  Users,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { HeldCount } from '#app/HeldCount.tsx';
import { useLive } from '#features/handbook.tsx';
import { outbox } from '#store/outbox.ts';
import css from './PhoneNav.module.css';

type Place = {
  to: string;
  key: 'today' | 'journal' | 'log' | 'numbers' | 'more' | 'overview' | 'devices' | 'holdingBox';
  icon: LucideIcon;
  also?: string[];
};

const teamPlaces: Place[] = [
  { to: '/', key: 'today', icon: House },
  { to: '/nhat-ky', key: 'journal', icon: NotebookText },
  { to: '/ghi', key: 'log', icon: Plus },
  { to: '/so-lieu', key: 'numbers', icon: ChartNoAxesColumn },
  { to: '/them', key: 'more', icon: Ellipsis, also: ['/hop-gui', '/nhan-ho'] },
];
const officerPlaces: Place[] = [
  { to: '/', key: 'overview', icon: LayoutDashboard, also: ['/tong-quan'] },
  { to: '/nguoi-va-may', key: 'devices', icon: Users },
  { to: '/hop-cho', key: 'holdingBox', icon: Inbox },
  { to: '/them', key: 'more', icon: Ellipsis, also: ['/nhan-ho'] },
];

const under = (pathname: string, place: string) => pathname === place || pathname.startsWith(`${place}/`);

/** The places, within reach of a thumb. What is not sent yet is counted on the place that leads to the outbox. */
export const PhoneNav = ({ officer }: { officer: boolean }) => {
  const { t } = useTranslation('common');
  const { pathname } = useLocation();
  const out = useLive(outbox);
  const unsent = (out?.waiting.length ?? 0) + (out?.attention.length ?? 0);

  return (
    <nav className={officer ? `${css.nav} ${css.officer}` : css.nav} aria-label={t('menu')}>
      {(officer ? officerPlaces : teamPlaces).map(({ to, key, icon: Icon, also = [] }) => {
        const here =
          (to === '/' ? pathname === '/' : under(pathname, to)) || also.some((place) => under(pathname, place));
        return (
          <Link
            key={to}
            to={to}
            className={key === 'log' ? css.log : css.place}
            aria-current={here ? 'page' : undefined}
          >
            <Icon aria-hidden size={24} />
            <span>{t(`nav.${key}`)}</span>
            {key === 'holdingBox' && <HeldCount className={css.dot} />}
            {key === 'more' && unsent > 0 && (
              <span className={out?.attention.length ? `${css.dot} ${css.alarm}` : css.dot}>
                <span aria-hidden>{unsent > 99 ? '99+' : unsent}</span>
                <span className="visually-hidden">{t('nav.unsent', { count: unsent })}</span>
              </span>
            )}
          </Link>
        );
      })}
    </nav>
  );
};
