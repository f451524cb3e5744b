import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '#features/handbook.tsx';
import { noteLimit } from '#model/entry-rules.ts';
import { addDays, dayInVietnam, isDay } from '#model/day.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { useWrite } from './use-write.ts';
import css from './AnswerSheet.module.css';

/** A week, less the day it is written on. */
const usualDays = 6;

type Props = { open: boolean; record: string; unit: string; onClose: () => void };

/** A commune passes an obstacle up: by when the province is to answer, and why. */
export const PassUpSheet = ({ open, record, unit, onClose }: Props) => {
  const { t } = useTranslation(['obstacles', 'common']);
  const announce = useAnnounce();
  const today = dayInVietnam(useNow());
  const { write, trouble, forget } = useWrite();
  const [deadline, setDeadline] = useState(() => addDays(today, usualDays));
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const wrong = !isDay(deadline) || deadline < today;
  const pass = async () => {
    setTried(true);
    if (wrong) return;
    const passed = { deadline, why: why.normalize('NFC').trim() };
    if (!(await write([{ record, unit, set: { passed } }]))) return;
    announce(t('officer.passed'));
    onClose();
  };
  return (
    <Sheet open={open} title={t('officer.passTitle')} onClose={onClose}>
      <div className={css.day}>
        <label htmlFor="deadline">{t('officer.deadline')}</label>
        <input
          id="deadline"
          type="date"
          min={today}
          value={deadline}
          aria-invalid={(tried && wrong) || undefined}
          aria-describedby={tried && wrong ? 'deadline-problem' : undefined}
          onChange={(event) => setDeadline(event.target.value)}
        />
        {tried && wrong && (
          <p id="deadline-problem" role="alert">
            {t('officer.deadlineWrong')}
          </p>
        )}
      </div>
      <TextArea
        label={t('officer.why')}
        optional={t('mayBeEmpty')}
        maxLength={noteLimit}
        value={why}
        error={trouble}
        onChange={(event) => {
          setWhy(event.target.value);
          forget();
        }}
      />
      <div className={css.ways}>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button look="strong" onClick={() => void pass()}>
          {t('officer.pass')}
        </Button>
      </div>
    </Sheet>
  );
};
