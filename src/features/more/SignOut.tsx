import { Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFollowUpsHere } from '#features/follow-ups-here.ts';
import { useHands, useLive } from '#features/handbook.tsx';
import { draftsOpen } from '#store/draft.ts';
import { unsettledCount } from '#store/outbox.ts';
import { signOut } from '#store/session.ts';
import { Button } from '#ui/Button.tsx';
import { Sheet } from '#ui/Sheet.tsx';

/** Asks once, and not at all while the province has not received everything: then it leads to the outbox. */
export const SignOut = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const { t } = useTranslation('more');
  const { db, gate } = useHands();
  const navigate = useNavigate();
  const held = useLive(async (hold) => ({ unsettled: await unsettledCount(hold), drafts: await draftsOpen(hold) }));
  const list = useFollowUpsHere();
  const [going, setGoing] = useState(false);

  const leave = async () => {
    setGoing(true);
    // Something may have been saved in another tab since the question was put.
    if ((await unsettledCount(db)) === 0) {
      // Out of reach, the phone still forgets the notebook; the commune can revoke the device later.
      await gate.signOut();
      await signOut(db);
    }
    setGoing(false);
  };

  if (!held) return null;
  if (held.unsettled > 0) {
    return (
      <Sheet open={open} title={t('signOutSheet.blockedTitle')} onClose={onClose}>
        <p>{t('signOutSheet.blocked', { count: held.unsettled })}</p>
        <Button look="primary" icon={Send} onClick={() => void navigate('/hop-gui')}>
          {t('signOutSheet.toOutbox')}
        </Button>
      </Sheet>
    );
  }
  return (
    <Sheet open={open} title={t('signOutSheet.title')} onClose={onClose}>
      <p>{t('signOutSheet.why')}</p>
      {held.drafts > 0 && (
        <p>
          <b>{t('signOutSheet.drafts', { count: held.drafts })}</b>
        </p>
      )}
      {list && (
        <p>
          <b>{t('signOutSheet.list')}</b>
        </p>
      )}
      <Button look="danger" onClick={() => void leave()} disabled={going}>
        {going ? t('signOutSheet.going') : t('signOutSheet.yes')}
      </Button>
      <Button onClick={onClose}>{t('signOutSheet.no')}</Button>
    </Sheet>
  );
};
