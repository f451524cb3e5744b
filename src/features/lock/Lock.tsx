import { LockKeyhole } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useHands, useLive } from '#features/handbook.tsx';
import { useWait } from '#features/wait.ts';
import { checkPin } from '#store/pin.ts';
import { situation } from '#store/situation.ts';
import { Button } from '#ui/Button.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useArrival } from '#ui/arrival.ts';
import css from './Lock.module.css';

type Props = { onOpen: () => void; onForgot: () => void };
type Told = 'wrong' | 'incomplete' | undefined;

/** Asks for the PIN. Wrong ones cost time, and never work. */
const Lock = ({ onOpen, onForgot }: Props) => {
  const { t } = useTranslation('lock');
  const { db, clock } = useHands();
  const me = useLive(situation);
  const heading = useArrival();
  const [pin, setPin] = useState('');
  const [told, setTold] = useState<Told>();
  const [busy, setBusy] = useState(false);
  const { secondsLeft, waitUntil } = useWait(clock);

  const check = async () => {
    setBusy(true);
    const answer = await checkPin(db, clock, pin);
    setBusy(false);
    if (answer.kind === 'right') return onOpen();
    setPin('');
    setTold('wrong');
    waitUntil(answer.waitUntil);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy || secondsLeft > 0) return;
    if (/^\d{4,6}$/.test(pin)) void check();
    else setTold('incomplete');
  };

  const toWait =
    secondsLeft > 90 ? t('waitLong', { minutes: Math.ceil(secondsLeft / 60) }) : t('wait', { seconds: secondsLeft });
  const error = secondsLeft > 0 ? toWait : told && t(told);
  const unit = me?.units.find(({ id }) => id === me.person.unit)?.name;
  return (
    <main className={css.lock}>
      <form onSubmit={submit} className={css.form} noValidate>
        <span className={css.sign}>
          <LockKeyhole aria-hidden size={28} />
        </span>
        <h1 ref={heading} tabIndex={-1}>
          {t('title')}
        </h1>
        {me && <p className={css.whose}>{t('whose', { name: me.person.name, unit })}</p>}
        <TextField
          label={t('pin')}
          type="password"
          inputMode="numeric"
          autoComplete="current-password"
          maxLength={6}
          value={pin}
          onChange={(event) => setPin(event.target.value)}
          error={error}
          className={css.pin}
        />
        <Button look="primary" type="submit" aria-disabled={busy || secondsLeft > 0}>
          {busy ? t('checking') : t('open')}
        </Button>
        <Button onClick={onForgot}>{t('forgot')}</Button>
      </form>
    </main>
  );
};

export default Lock;
