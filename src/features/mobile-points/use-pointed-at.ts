import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Brings the point that the address names into sight, once it is there: an answer to an obstacle leads to one. */
export const usePointedAt = (ready: boolean): string | undefined => {
  const { hash } = useLocation();
  const id = /^#(\d+-\d+)$/.exec(hash)?.[1];
  useEffect(() => {
    if (ready && id) document.getElementById(id)?.scrollIntoView?.({ block: 'center' });
  }, [ready, id]);
  return id;
};
