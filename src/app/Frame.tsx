import { Suspense, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { Broken } from '#app/Broken.tsx';
import { Opening } from '#app/Opening.tsx';
import css from './Frame.module.css';

type Props = {
  /** The menu on a desk; teams work on phones and have none. */
  rail?: ReactNode;
  /** The menu at the foot of a phone. */
  nav: ReactNode;
};

/** What stands around every place: the way past the menu, the menu, and the place itself. */
export const Frame = ({ rail, nav }: Props) => {
  const { t } = useTranslation('common');
  const { pathname } = useLocation();
  const content = useRef<HTMLElement>(null);
  // Held out to a resident, the screen shows nothing of the team's.
  const handedOver = pathname === '/hoi-y-kien' || /^\/huong-dan\/[^/]+\/xem$/.test(pathname);
  // A form, or a code to scan, fills the screen: its own button stands where the menu would be.
  const alone =
    handedOver ||
    pathname.endsWith('/anh') ||
    ['/ghi', '/chuyen-ho', '/nhan-ho/', '/vuong-mac/', '/luu-dong/', '/thong-bao/'].some((place) =>
      pathname.startsWith(place),
    );
  const layout = [css.frame, rail && !handedOver ? css.officer : css.team, alone ? css.alone : ''].join(' ');
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
      {!handedOver && rail}
      <main id="noi-dung" tabIndex={-1} ref={content} className={css.content}>
        <Broken key={pathname}>
          <Suspense fallback={<Opening />}>
            <Outlet />
          </Suspense>
        </Broken>
      </main>
      {!alone && nav}
    </div>
  );
};
