import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';

let lastPlace: string | undefined;
/** Whether the heading that went last had the focus. */
let leftWithFocus = false;

/**
 * For the h1 of a place: names the window after it, or after `name`, and moves the focus to it when somebody came here
 * from another place, so that a screen reader says where they are. Opening the app leaves the focus alone. A heading in whose
 * stead another one comes, once the place has been read, hands the focus on.
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
    const elsewhere = lastPlace !== undefined && lastPlace !== pathname;
    if (elsewhere) window.scrollTo?.(0, 0);
    if (elsewhere || (leftWithFocus && document.activeElement === document.body))
      heading.current?.focus({ preventScroll: true });
    lastPlace = pathname;
    leftWithFocus = false;
  }, [pathname]);

  useLayoutEffect(
    () => () => {
      leftWithFocus = heading.current !== null && document.activeElement === heading.current;
    },
    [],
  );

  return heading;
};
