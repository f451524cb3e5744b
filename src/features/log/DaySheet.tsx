import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, isDay, type Day } from '#model/day.ts';
import { programmeStart } from '#model/entry-rules.ts';
import { Button } from '#ui/Button.tsx';
import { Choices } from '#ui/Choices.tsx';
import { useFormat } from '#ui/format.ts';
import { Sheet } from '#ui/Sheet.tsx';
import css from './DaySheet.module.css';

type Props = { open: boolean; day: Day; today: Day; onDay: (day: Day) => void; onClose: () => void };

export const DaySheet = ({ open, day, today, onDay, onClose }: Props) => {
  const { t } = useTranslation('log');
  return (
    <Sheet open={open} title={t('day')} onClose={onClose}>
      <DayChoice day={day} today={today} onDay={onDay} onClose={onClose} />
    </Sheet>
  );
};

const DayChoice = ({ day, today, onDay, onClose }: Omit<Props, 'open'>) => {
  const { t } = useTranslation('log');
  const format = useFormat();
  const id = useId();
  const yesterday = addDays(today, -1);
  const near = day === today || day === yesterday ? day : 'other';
  const [choice, setChoice] = useState<string>(near);
  const [other, setOther] = useState(near === 'other' ? day : '');
  const take = (chosen: Day) => {
    onDay(chosen);
    onClose();
  };
  return (
    <>
      <Choices
        legend={t('day')}
        legendHidden
        name="day"
        value={choice}
        options={[
          { value: today, label: t('today'), hint: format.weekday(today) },
          { value: yesterday, label: t('yesterday'), hint: format.weekday(yesterday) },
          { value: 'other', label: t('otherDay') },
        ]}
        onChange={(chosen) => (chosen === 'other' ? setChoice(chosen) : take(chosen))}
      />
      {choice === 'other' && (
        <div className={css.other}>
          <label htmlFor={id}>{t('otherDayLabel')}</label>
          <input
            id={id}
            type="date"
            min={programmeStart}
            max={today}
            value={other}
            onChange={(event) => setOther(event.target.value)}
          />
          <Button look="primary" disabled={!isDay(other)} onClick={() => take(other)}>
            {t('useDay')}
          </Button>
        </div>
      )}
    </>
  );
};
