import { useEffect, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';

let lastPlace: string | undefined;

/**
 * For the h1 of a place: names the window after it, or after `name`, and moves the focus to it when somebody came here
 * from another place, so that a screen reader says where they are. Opening the app leaves the focus alone.
 */
export const useArrival = (name?: string): RefObject<HTMLHeadingElement | null> => {
  const { t } = useTranslation('common');
  const { pathname } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    const place = name ?? heading.current?.textContent;
    document.title = place ? t('titleOf', { place }) : t('appName');
  });
  useEffect(() => {
    if (lastPlace !== undefined && lastPlace !== pathname) {
      window.scrollTo?.(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    lastPlace = pathname;
  }, [pathname]);

  return heading;
};
