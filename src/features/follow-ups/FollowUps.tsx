import { Lock as LockIcon, ShieldCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useHands, useLive } from '#features/handbook.tsx';
import { followUpsState, type FollowUpsState } from '#store/follow-ups.ts';
import { isPhoneLockedOut } from '#store/locked-out.ts';
import { Button } from '#ui/Button.tsx';
import { Empty } from '#ui/Empty.tsx';
import { Notice } from '#ui/Notice.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import { FollowUpList } from './FollowUpList.tsx';
import { Opening } from './Opening.tsx';
import css from './FollowUps.module.css';

/**
 * Households to see again. Nothing of it leaves the phone, and the key is held only as long as this page is open: going
 * away from it shuts the list.
 */
const FollowUps = () => {
  const { t } = useTranslation('follow-ups');
  const { db } = useHands();
  const go = useNavigate();
  const [found, setState] = useState<FollowUpsState>();
  const [key, setKey] = useState<CryptoKey>();
  // Locked while the page is open, the phone has wiped the list already.
  const lockedOut = useLive(isPhoneLockedOut);
  const state = lockedOut ? 'locked-out' : found;
  useEffect(() => {
    let left = false;
    void followUpsState(db).then((now) => left || setState(now));
    return () => void (left = true);
  }, [db]);

  const shut = () => {
    setKey(undefined);
    void followUpsState(db).then(setState);
  };
  return (
    <div className={css.page}>
      <TopBar title={t('title')} back="/them" />
      <Notice look="calm" icon={ShieldCheck} title={t('onlyHere')}>
        {key ? t('onlyHereOpen') : t('onlyHereWhy')}
      </Notice>
      <div className={css.body}>
        {state === 'locked-out' && <Empty icon={LockIcon}>{t('lockedOut')}</Empty>}
        {state === 'no-pin' && (
          <Empty
            icon={LockIcon}
            action={
              <Button look="primary" onClick={() => void go('/them#ma-pin')}>
                {t('setPin')}
              </Button>
            }
          >
            {t('noPin')}
          </Empty>
        )}
        {!key && (state === 'off' || state === 'on') && <Opening state={state} onOpen={setKey} onWiped={shut} />}
        {key && state !== 'locked-out' && <FollowUpList sealedWith={key} onWiped={shut} />}
      </div>
    </div>
  );
};
export default FollowUps;
