import { Check, RotateCcw, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Day } from '#model/day.ts';
import type { FollowUp } from '#store/follow-ups.ts';
import { Button } from '#ui/Button.tsx';
import { useFormat } from '#ui/format.ts';
import { IconButton } from '#ui/IconButton.tsx';
import css from './FollowUps.module.css';

type Props = { one: FollowUp; today: Day; onMark: (done: boolean) => void; onDrop: () => void };

/** One household: which, what for, when. Only what is done can be deleted, so that no slip of a thumb takes a house away. */
export const FollowUpLine = ({ one, today, onMark, onDrop }: Props) => {
  const { t } = useTranslation('follow-ups');
  const format = useFormat();
  const isDone = one.doneAt !== null;
  const due = !isDone && one.when <= today;
  const day = one.when === today ? t('today') : format.weekday(one.when);
  return (
    <li className={css.line}>
      <div className={css.words}>
        <b>{one.hint}</b>
        <small className={due ? css.due : undefined}>
          {t(`need.${one.need}`)} · {one.when < today && !isDone ? t('was', { day }) : day}
        </small>
      </div>
      {isDone ? (
        <>
          <IconButton label={t('undo', { hint: one.hint })} icon={RotateCcw} onClick={() => onMark(false)} />
          <IconButton label={t('drop', { hint: one.hint })} icon={Trash2} onClick={onDrop} />
        </>
      ) : (
        <Button
          className={css.tick}
          icon={Check}
          onClick={() => onMark(true)}
          aria-label={t('doneOf', { hint: one.hint })}
        >
          {t('doneNow')}
        </Button>
      )}
    </li>
  );
};
