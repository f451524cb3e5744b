import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';

/** While residents hold the phone, "back" leads to where it was. */
export const useNoWayBack = (): void => {
  const go = useNavigate();
  const { key, pathname, state } = useLocation();
  const guarded = (state as { handedOver?: boolean } | null)?.handedOver === true;
  useEffect(() => {
    if (!guarded) void go(pathname, { state: { handedOver: true } });
  }, [go, guarded, key, pathname]);
};
