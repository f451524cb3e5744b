import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useHands } from '#features/handbook.tsx';
import { useWait } from '#features/wait.ts';
import { openFollowUps, turnOnFollowUps } from '#store/follow-ups.ts';
import { wipeFollowUps } from '#store/follow-ups-wipe.ts';
import { Button } from '#ui/Button.tsx';
import { TextField } from '#ui/TextField.tsx';
import css from './FollowUps.module.css';

type Props = { state: 'off' | 'on'; onOpen: (key: CryptoKey) => void; onWiped: () => void };
type Told = 'wrong' | 'incomplete' | 'lost' | 'full' | 'blocked';

/** Asks for the phone's PIN: to turn the list on, or to open it. Wrong ones cost time, and never the list. */
export const Opening = ({ state, onOpen, onWiped }: Props) => {
  const { t } = useTranslation('follow-ups');
  const { db, clock } = useHands();
  const [pin, setPin] = useState('');
  const [told, setTold] = useState<Told>();
  const [busy, setBusy] = useState(false);
  const { secondsLeft, waitUntil } = useWait(clock);

  const open = async () => {
    setBusy(true);
    const opened = await (state === 'off' ? turnOnFollowUps : openFollowUps)(db, clock, pin);
    setBusy(false);
    setPin('');
    if (opened.kind === 'open') return onOpen(opened.key);
    setTold(opened.kind === 'not-stored' ? opened.why : opened.kind);
    if (opened.kind === 'wrong') waitUntil(opened.waitUntil);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy || secondsLeft > 0) return;
    if (/^\d{4,6}$/.test(pin)) void open();
    else setTold('incomplete');
  };
  const startAnew = async () => {
    await wipeFollowUps(db);
    onWiped();
  };

  const toWait =
    secondsLeft > 90 ? t('waitLong', { minutes: Math.ceil(secondsLeft / 60) }) : t('wait', { seconds: secondsLeft });
  const error = secondsLeft > 0 ? toWait : told && t(told);
  const words = state === 'off' ? t('turnOn') : t('open');
  return (
    <form className={css.form} noValidate onSubmit={submit}>
      {state === 'off' && <p>{t('what')}</p>}
      <TextField
        label={t('pin')}
        hint={state === 'off' ? t('pinWhyNow') : t('pinWhy')}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        value={pin}
        onChange={(event) => setPin(event.target.value)}
        error={error}
      />
      <Button look="primary" type="submit" aria-disabled={busy || secondsLeft > 0}>
        {busy ? t('opening') : words}
      </Button>
      {told === 'lost' && (
        <Button look="danger" onClick={() => void startAnew()}>
          {t('startAnew')}
        </Button>
      )}
    </form>
  );
};
