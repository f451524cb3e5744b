import { Ellipsis } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { HeldCount } from '#app/HeldCount.tsx';
import { Mark } from '#app/Mark.tsx';
import { initialsOf } from '#app/initials.ts';
import { officerPlaces } from '#app/officer-places.ts';
import type { Situation } from '#protocol/situation.ts';
import { capital } from '#ui/capital.ts';
import css from './Rail.module.css';

const places = [...officerPlaces, { to: '/them', key: 'more', icon: Ellipsis }] as const;

const isWithin = (pathname: string, place: string) => pathname === place || pathname.startsWith(`${place}/`);

/** The place an address belongs to: what is none of the others' is the overview's. */
const placeOf = (pathname: string): string =>
  ['/nhan-ho', '/cai-dat'].some((place) => isWithin(pathname, place))
    ? '/them'
    : (places.find(({ to }) => to !== '/' && isWithin(pathname, to))?.to ?? '/');

/** An officer's places on a desk: those that exist. */
export const Rail = ({ me }: { me: Situation }) => {
  const { t } = useTranslation(['common', 'units']);
  const { pathname } = useLocation();
  const open = placeOf(pathname);
  const menu = useRef<HTMLElement>(null);
  // In a low window the places scroll: the one that is open stays in sight.
  useEffect(() => {
    menu.current?.querySelector(`[href="${open}"]`)?.scrollIntoView?.({ block: 'nearest' });
  }, [open]);
  const unit = me.units.find(({ id }) => id === me.person.unit);
  const unitName = unit && t(`units:${unit.type}`, { name: unit.name });
  return (
    <aside className={css.rail}>
      <div className={css.head}>
        <Mark />
        <span>
          <b>{t('nav.workTeam')}</b>
          <small>{unitName && capital(unit.demo ? t('units:demo', { unit: unitName }) : unitName)}</small>
        </span>
      </div>
      <nav ref={menu} aria-label={t('menu')}>
        {places.map(({ to, key, icon: Icon }) => (
          <Link key={to} to={to} className={css.place} aria-current={open === to ? 'page' : undefined}>
            <Icon aria-hidden size={20} />
            {t(`nav.${key}`)}
            {key === 'holdingBox' && <HeldCount className={css.count} />}
          </Link>
        ))}
      </nav>
      <div className={css.me}>
        <span aria-hidden className={css.initials}>
          {initialsOf(me.person.name)}
        </span>
        <span>
          <b>{me.person.name}</b>
          <small>{t(`roles.${me.person.role}`)}</small>
        </span>
      </div>
    </aside>
  );
};
