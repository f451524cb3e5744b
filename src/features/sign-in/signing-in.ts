import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { useHands } from '#features/handbook.tsx';
import { invitationDraft, type Invitation } from '#features/sign-in/invitation.ts';
import { useWords } from '#features/words.ts';
import { draftsOpen, dropDraft } from '#store/draft.ts';
import { unsettledCount } from '#store/outbox.ts';
import { dropPin, setPin } from '#store/pin.ts';
import { keepSignIn } from '#store/keep-sign-in.ts';
import { session, signOut } from '#store/session.ts';
import { signingKey } from '#store/signing-key.ts';

type Asked = { invitation: Invitation; forgotPin: boolean; onDone: (() => void) | undefined };

/** The form's end: what is missing, what the province answers, and the notebook opened. Nothing typed is lost on the way. */
export const useSignIn = ({ invitation, forgotPin, onDone }: Asked) => {
  const { t } = useTranslation('sign-in');
  const words = useWords();
  const { db, clock, gate } = useHands();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const [pin, setPinTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const [mayReplace, setMayReplace] = useState(false);

  const pinFits = pin === '' || /^\d{4,6}$/.test(pin);
  const codeFault = invitation.typed === '' ? t('invitationMissing') : t('invitationShort');

  const open = async () => {
    if (!invitation.code) return;
    const [before, signing] = await Promise.all([session(db), signingKey(db)]);
    const outcome = await gate.signIn({
      invitation: invitation.code,
      attempt: invitation.attempt,
      ...(before && { resume: before.device }),
      ...(signing && { key: signing.publicKey }),
    });
    if (outcome.kind === 'unreachable') return setTrouble(t('noNetwork'));
    if (outcome.kind === 'refused') {
      setTrouble(words.refusal(outcome.refusal));
      const another = outcome.refusal.code === 'device-of-another-person';
      return setMayReplace(another && (await unsettledCount(db)) === 0 && (await otherDrafts()) === 0);
    }
    try {
      await keepSignIn(db, clock, outcome.answer);
      if (forgotPin) await dropPin(db);
      if (pin) await setPin(db, pin);
    } catch {
      return setTrouble(t('notStored'));
    }
    await dropDraft(db, invitationDraft);
    if (pathname === '/vao') await navigate('/', { replace: true });
    onDone?.();
  };

  const otherDrafts = async () => (await draftsOpen(db)) - 1;

  const go = async () => {
    if (busy) return;
    setBusy(true);
    setTrouble(undefined);
    setMayReplace(false);
    await open();
    setBusy(false);
  };

  return {
    pin,
    setPin: setPinTyped,
    pinError: asked && !pinFits ? t('pinWrong') : undefined,
    invitationError: asked && !invitation.code ? codeFault : undefined,
    trouble,
    busy,
    mayReplace,
    submit: (event: FormEvent) => {
      event.preventDefault();
      setAsked(true);
      if (invitation.code && pinFits) void go();
    },
    /** The person before has sent everything: their copy leaves this phone, and the new one comes in. */
    replace: () => {
      void signOut(db).then((ended) => (ended === 'signed-out' ? go() : undefined));
    },
  };
};
