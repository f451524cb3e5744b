import type { MouseEvent } from 'react';
import { useNavigate } from 'react-router';

/** Follows a plain link within the app: a table has thousands, too many for a router's link each. */
export const useFollow = () => {
  const navigate = useNavigate();
  return (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void navigate(event.currentTarget.getAttribute('href')!);
  };
};
export type Follow = ReturnType<typeof useFollow>;
