import { Globe, KeyRound, Smartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFollowUpsHere } from '#features/follow-ups-here.ts';
import { useLive } from '#features/handbook.tsx';
import { Cover } from '#features/sign-in/Cover.tsx';
import { InvitationField } from '#features/sign-in/InvitationField.tsx';
import { PinField } from '#features/sign-in/PinField.tsx';
import { ReplacePerson } from '#features/sign-in/ReplacePerson.tsx';
import { Whose } from '#features/sign-in/Whose.tsx';
import { inAppBrowser } from '#features/sign-in/in-app-browser.ts';
import { useInvitation } from '#features/sign-in/invitation.ts';
import { useSignIn } from '#features/sign-in/signing-in.ts';
import { unsettledCount } from '#store/outbox.ts';
import { hasPin } from '#store/pin.ts';
import { session } from '#store/session.ts';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import css from './SignIn.module.css';

type Props = {
  /** Came here from the PIN screen: a new invitation of the same person opens what the PIN locked. */
  forgotPin?: boolean;
  onBack?: () => void;
  onDone?: () => void;
};

/** Opening the notebook: an invitation, typed, scanned or from a link; whose it is; a PIN for those who want one. */
const SignIn = ({ forgotPin = false, onBack, onDone }: Props) => {
  const { t } = useTranslation('sign-in');
  const invitation = useInvitation();
  const signing = useSignIn({ invitation, forgotPin, onDone });
  const held = useLive(async (db) => ({
    session: await session(db),
    unsettled: await unsettledCount(db),
    pin: await hasPin(db),
  }));
  const list = useFollowUpsHere();
  const app = inAppBrowser(navigator.userAgent);

  return (
    <div className={css.page}>
      {app && (
        <Notice look="onPhone" icon={Globe} title={t('inApp')}>
          {t('inAppWhy', { app })}
        </Notice>
      )}
      <Cover brief={invitation.whose !== undefined} />
      {forgotPin && (
        <Notice look="onPhone" icon={KeyRound} title={t('forgot')}>
          {t('forgotWhy')} {list && t('forgotList')}
        </Notice>
      )}
      {!forgotPin && held?.session && (
        <Notice look="onPhone" icon={Smartphone} title={t('resume')}>
          {held.unsettled > 0 ? t('resumeWaiting', { count: held.unsettled }) : t('resumeNothing')}
        </Notice>
      )}
      <main className={css.main}>
        <form className={css.form} onSubmit={signing.submit} noValidate>
          <InvitationField invitation={invitation} error={signing.invitationError} />
          {invitation.whose && <Whose invitation={invitation.whose} />}
          {signing.mayReplace && <ReplacePerson onReplace={signing.replace} />}
          {(forgotPin || !held?.pin) && (
            <PinField value={signing.pin} onChange={signing.setPin} error={signing.pinError} />
          )}
          <div className={css.foot}>
            {signing.trouble && (
              <p role="alert" className={css.trouble}>
                {signing.trouble}
              </p>
            )}
            <Button look="primary" type="submit" aria-disabled={signing.busy}>
              {signing.busy ? t('opening') : t('open')}
            </Button>
            {onBack && <Button onClick={onBack}>{t('back')}</Button>}
            {!forgotPin && held?.session && (
              <Link to="/" className={css.back}>
                {t('backToBook')}
              </Link>
            )}
          </div>
        </form>
      </main>
    </div>
  );
};

export default SignIn;
