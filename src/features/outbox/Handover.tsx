import { FileUp, QrCode } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useBackupReason } from '#features/backup-reason.ts';
import { useHands } from '#features/handbook.tsx';
import { useSendBundle } from '#features/send-bundle.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { Card } from '#ui/Card.tsx';
import css from './Outbox.module.css';

/** The ways without a network: a colleague's phone, by picture or by file; and the file as a copy outside the browser. */
export const Handover = () => {
  const { t } = useTranslation(['outbox', 'carry']);
  const announce = useAnnounce();
  const go = useNavigate();
  const { courier } = useHands();
  const send = useSendBundle();
  const why = useBackupReason();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();

  const asFile = async () => {
    if (busy) return;
    setBusy(true);
    const packed = await courier.pack();
    if (packed.kind === 'packed') {
      const how = await send.bundles(packed.bundles);
      if (how !== 'cancelled') announce(t(`carry:handedOn.${how}`));
      setTrouble(undefined);
    } else setTrouble(packed.kind === 'not-stored' ? t(packed.why) : t(`carry:cannot.${packed.kind}`));
    setBusy(false);
  };

  return (
    <section>
      <h2>{t(why ? `handover.${why}` : 'handover.title')}</h2>
      <Card as="section" className={css.handover}>
        <p>{t(why ? 'handover.copy' : 'handover.ask')}</p>
        <div className={css.ways}>
          <Button look="strong" icon={QrCode} onClick={() => void go('/chuyen-ho')}>
            {t('handover.picture')}
          </Button>
          <Button look="strong" icon={FileUp} aria-disabled={busy} onClick={() => void asFile()}>
            {t('handover.file')}
          </Button>
        </div>
        <div role="alert">{trouble && <p className={css.trouble}>{trouble}</p>}</div>
      </Card>
    </section>
  );
};
