import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useHands } from '#features/handbook.tsx';
import { addDays, type Day } from '#model/day.ts';
import { examineFollowUp, followUpNeeds, longestHint, type FollowUpNeed } from '#model/follow-up.ts';
import { addFollowUp } from '#store/follow-ups.ts';
import type { NotStored } from '#store/not-stored.ts';
import { Button } from '#ui/Button.tsx';
import { Choices } from '#ui/Choices.tsx';
import { TextField } from '#ui/TextField.tsx';
import css from './FollowUps.module.css';

type Props = { sealedWith: CryptoKey; today: Day; onKept: () => void; onGone: () => void };

/** A household to see again: a hint, what for, and when. What is typed is written nowhere before it is sealed. */
export const NewFollowUp = ({ sealedWith, today, onKept, onGone }: Props) => {
  const { t } = useTranslation('follow-ups');
  const { db } = useHands();
  const [hint, setHint] = useState('');
  const [need, setNeed] = useState<FollowUpNeed>('install');
  const [when, setWhen] = useState<Day>(addDays(today, 1));
  const [tried, setTried] = useState(false);
  const [trouble, setTrouble] = useState<NotStored['why']>();

  const faults = examineFollowUp({ hint, need, when }, today);
  const told = (of: 'hint' | 'when') =>
    tried
      ? faults.filter((fault) => fault.startsWith(of)).map((fault) => t(fault, { most: longestHint }))[0]
      : undefined;
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (faults.length > 0) return;
    const kept = await addFollowUp(db, sealedWith, { hint, need, when });
    if (kept.kind === 'not-stored') setTrouble(kept.why);
    else if (kept.kind === 'gone') onGone();
    else onKept();
  };

  return (
    <form className={css.form} noValidate onSubmit={(event) => void keep(event)}>
      <TextField
        label={t('hint')}
        hint={t('hintWhat')}
        autoComplete="off"
        // A browser may check spelling by sending the words away.
        spellCheck={false}
        value={hint}
        onChange={(event) => setHint(event.target.value)}
        error={told('hint')}
      />
      <Choices
        legend={t('needs')}
        name="need"
        value={need}
        options={followUpNeeds.map((value) => ({ value, label: t(`need.${value}`) }))}
        onChange={setNeed}
      />
      <TextField
        label={t('when')}
        type="date"
        min={today}
        value={when}
        onChange={(event) => setWhen(event.target.value)}
        error={told('when')}
      />
      <div role="alert">{trouble && <p className={css.problem}>{t(trouble)}</p>}</div>
      <Button look="primary" type="submit">
        {t('keep')}
      </Button>
    </form>
  );
};
