import { Copy, Printer } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { MadeInvitation } from '#features/handbook.tsx';
import { dayInVietnam } from '#model/day.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { useFormat } from '#ui/format.ts';
import { QrPicture } from '#ui/QrPicture.tsx';
import css from './InvitationCard.module.css';

type Props = { invited: MadeInvitation; onDone: () => void };

/** An invitation as it is handed over: told this once. Printed, the card stands alone on the paper. */
export const InvitationCard = ({ invited: { person, code, expiresAt }, onDone }: Props) => {
  const { t } = useTranslation(['devices', 'common']);
  const f = useFormat();
  const announce = useAnnounce();
  const { origin } = window.location;
  const address = `${origin}/vao#m=${code}`;
  useEffect(() => {
    document.documentElement.dataset['printing'] = 'card';
    return () => void delete document.documentElement.dataset['printing'];
  }, []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      announce(t('copied'));
    } catch {
      // No clipboard without TLS, or not allowed: the code can be typed.
      announce(t('notCopied'));
    }
  };
  return (
    <div className={css.whole}>
      <div className={css.card}>
        <p className={css.app}>{t('common:appName')}</p>
        <p className={css.name}>{person.name}</p>
        <p className={css.quiet}>{t(`common:roles.${person.role}`)}</p>
        <QrPicture text={address} label={t('qr', { name: person.name })} />
        <p className={css.how}>{t('how', { address: origin.replace(/^https?:\/\//, '') })}</p>
        <p className={css.code}>{code}</p>
        <p className={css.quiet}>{t('until', { day: f.dayLong(dayInVietnam(expiresAt * 1000)) })}</p>
      </div>
      <p className={css.once}>{t('once')}</p>
      <div className={css.ways}>
        <Button icon={Copy} onClick={() => void copy()}>
          {t('copyLink')}
        </Button>
        <Button icon={Printer} onClick={() => window.print()}>
          {t('print')}
        </Button>
        <Button look="strong" onClick={onDone}>
          {t('done')}
        </Button>
      </div>
    </div>
  );
};
