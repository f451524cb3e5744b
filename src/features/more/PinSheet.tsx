import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFollowUpsHere } from '#features/follow-ups-here.ts';
import { useHands } from '#features/handbook.tsx';
import { changePin } from '#store/change-pin.ts';
import { orNotStored } from '#store/not-stored.ts';
import { checkPin, dropPin, setPin } from '#store/pin.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { TextField } from '#ui/TextField.tsx';
import css from './PinSheet.module.css';

type Props = { open: boolean; pin: boolean; onClose: () => void };
type Fault = 'wrong' | 'wait' | 'wrongNew' | 'notStored';

export const PinSheet = ({ open, pin, onClose }: Props) => {
  const { t } = useTranslation('more');
  return (
    <Sheet open={open} title={pin ? t('pinSheet.change') : t('pinSheet.set')} onClose={onClose}>
      {open && <PinForm pin={pin} onClose={onClose} />}
    </Sheet>
  );
};

/** Set, change or take away the PIN. Whoever wants to change it has to know it. */
const PinForm = ({ pin, onClose }: Omit<Props, 'open'>) => {
  const { t } = useTranslation('more');
  const { db, clock } = useHands();
  const announce = useAnnounce();
  const list = useFollowUpsHere();
  const [current, setCurrent] = useState('');
  const [fresh, setFresh] = useState('');
  const [fault, setFault] = useState<Fault>();

  const known = async () => {
    if (!pin) return true;
    const answer = await checkPin(db, clock, current);
    if (answer.kind === 'right') return true;
    setFault(answer.waitUntil > clock.now() ? 'wait' : 'wrong');
    return false;
  };
  const end = (words: string) => {
    announce(words);
    onClose();
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!/^\d{4,6}$/.test(fresh)) return setFault('wrongNew');
    if (!(await known())) return;
    const kept = await (pin ? changePin(db, current, fresh) : orNotStored(() => setPin(db, fresh)));
    if (kept?.kind === 'not-stored') return setFault('notStored');
    end(t('pinSheet.saved'));
  };
  const remove = async () => {
    if (!(await known())) return;
    await dropPin(db);
    end(t('pinSheet.removed'));
  };

  const digits = { type: 'password', inputMode: 'numeric', maxLength: 6, placeholder: t('pinSheet.digits') } as const;
  return (
    <form onSubmit={(event) => void save(event)} className={css.form} noValidate>
      <p>{t('pinSheet.why')}</p>
      {pin && (
        <TextField
          {...digits}
          label={t('pinSheet.current')}
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
          error={(fault === 'wrong' || fault === 'wait') && t(`pinSheet.${fault}`)}
        />
      )}
      <TextField
        {...digits}
        label={t('pinSheet.new')}
        autoComplete="new-password"
        value={fresh}
        onChange={(event) => setFresh(event.target.value)}
        error={(fault === 'wrongNew' || fault === 'notStored') && t(`pinSheet.${fault}`)}
      />
      <Button look="primary" type="submit">
        {t('pinSheet.save')}
      </Button>
      {pin && list && <p>{t('pinSheet.listGoes')}</p>}
      {pin && (
        <Button look="danger" onClick={() => void remove()}>
          {t('pinSheet.remove')}
        </Button>
      )}
    </form>
  );
};
