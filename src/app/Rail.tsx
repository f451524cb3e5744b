import { Ellipsis, LayoutDashboard } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { Mark } from '#app/Mark.tsx';
import { initialsOf } from '#app/initials.ts';
import type { Situation } from '#protocol/situation.ts';
import { capital } from '#ui/capital.ts';
import css from './Rail.module.css';

const places = [
  { to: '/', key: 'overview', icon: LayoutDashboard },
  { to: '/them', key: 'more', icon: Ellipsis },
] as const;

/** An officer's places on a desk: those that exist. */
export const Rail = ({ me }: { me: Situation }) => {
  const { t } = useTranslation(['common', 'units']);
  const { pathname } = useLocation();
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
      <nav aria-label={t('menu')}>
        {places.map(({ to, key, icon: Icon }) => (
          <Link
            key={to}
            to={to}
            className={css.place}
            aria-current={(pathname === '/them') === (to === '/them') ? 'page' : undefined}
          >
            <Icon aria-hidden size={20} />
            {t(`nav.${key}`)}
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
