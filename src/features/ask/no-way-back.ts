import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';

/** While residents hold the phone, "back" leads to where it was. */
export const useNoWayBack = (): void => {
  const go = useNavigate();
  // The whole place, not its parts: going back brings a place with the same path but another key.
  const here = useLocation();
  useEffect(() => {
    const handedOver = (here.state as { handedOver?: boolean } | null)?.handedOver === true;
    if (!handedOver) void go(here.pathname, { state: { handedOver: true } });
  }, [go, here]);
};
