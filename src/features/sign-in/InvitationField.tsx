import { ScanLine } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Scan } from '#features/sign-in/Scan.tsx';
import { canScan } from '#ui/camera.ts';
import type { Invitation } from '#features/sign-in/invitation.ts';
import { useWords } from '#features/words.ts';
import { Button } from '#ui/Button.tsx';
import { TextField } from '#ui/TextField.tsx';
import css from './InvitationField.module.css';

export const InvitationField = ({ invitation, error }: { invitation: Invitation; error: string | undefined }) => {
  const { t } = useTranslation('sign-in');
  const words = useWords();
  const [scanning, setScanning] = useState(false);
  const { answer } = invitation;
  const asking = answer === 'asking';
  const refusal = !asking && answer?.kind === 'refused' ? answer.refusal : undefined;
  const unreachable = !asking && answer?.kind === 'unreachable';
  const said = refusal ? words.refusal(refusal) : unreachable ? t('noNetwork') : error;

  return (
    <div className={css.invitation}>
      <TextField
        label={t('invitation')}
        className={css.code}
        value={invitation.typed}
        onChange={(event) => invitation.type(event.target.value)}
        placeholder={t('invitationExample')}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        maxLength={20}
        error={said}
        side={
          canScan() && (
            <button type="button" className={css.scan} onClick={() => setScanning(true)}>
              <ScanLine aria-hidden size={20} />
              {t('scan')}
            </button>
          )
        }
      />
      <output className={css.looking}>{asking ? t('looking') : ''}</output>
      {unreachable && <Button onClick={invitation.askAgain}>{t('tryAgain')}</Button>}
      <Scan
        open={scanning}
        onClose={() => setScanning(false)}
        onRead={(code) => {
          setScanning(false);
          invitation.type(code);
        }}
      />
    </div>
  );
};
