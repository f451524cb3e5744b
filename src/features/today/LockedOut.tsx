import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { whyLockedOut, type LinkTrouble } from '#store/locked-out.ts';
import { Notice } from '#ui/Notice.tsx';

type Props = { refusal: Extract<LinkTrouble, { kind: 'refused' }>['refusal']; waiting: number };

/**
 * An officer locked this phone or stopped this person (rule T2): what happened, where the unsent work lies, whom to speak
 * to. Nothing on the phone is taken away.
 */
export const LockedOut = ({ refusal, waiting }: Props) => {
  const { t } = useTranslation('today');
  const held = refusal.code === 'held-for-officer';
  return (
    <Notice look="error" icon={Lock} title={t(`locked.${whyLockedOut(refusal)}`)} to={held ? '/hop-gui' : '/vao'}>
      {held && t('lockedHeld', { count: waiting })}
      {!held && waiting > 0 && t('lockedKept', { count: waiting })} {t('lockedSpeak')}
    </Notice>
  );
};
