import { Suspense, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { Broken } from '#app/Broken.tsx';
import { Opening } from '#app/Opening.tsx';
import { PhoneNav } from '#app/PhoneNav.tsx';
import { Rail } from '#app/Rail.tsx';
import { useMe } from '#app/me.ts';
import { isOfficer } from '#model/person.ts';
import css from './Frame.module.css';

/** What stands around every place: the way past the menu, the menu, and the place itself. */
export const Frame = () => {
  const { t } = useTranslation('common');
  const { pathname } = useLocation();
  const me = useMe();
  const content = useRef<HTMLElement>(null);
  if (!me) return null;

  const officer = isOfficer(me.person.role);
  // A form, or a code to scan, fills the screen: its own button stands where the menu would be.
  const alone = ['/ghi', '/chuyen-ho', '/nhan-ho/'].some((place) => pathname.startsWith(place));
  const layout = [css.frame, officer ? css.officer : css.team, alone ? css.alone : ''].join(' ');
  return (
    <div className={layout}>
      <a
        className={css.skip}
        href="#noi-dung"
        onClick={(event) => {
          event.preventDefault();
          content.current?.focus();
        }}
      >
        {t('skipToContent')}
      </a>
      {officer && <Rail me={me} />}
      <main id="noi-dung" tabIndex={-1} ref={content} className={css.content}>
        <Broken key={pathname}>
          <Suspense fallback={<Opening />}>
            <Outlet />
          </Suspense>
        </Broken>
      </main>
      {!alone && <PhoneNav officer={officer} />}
    </div>
  );
};
