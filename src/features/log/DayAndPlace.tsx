import { CalendarDays, MapPin } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '#features/words.ts';
import { addDays, isDay, type Day } from '#model/day.ts';
import type { EntryDraft } from '#model/draft.ts';
import { useFormat } from '#ui/format.ts';
import { DaySheet } from './DaySheet.tsx';
import { PlaceSheet } from './PlaceSheet.tsx';
import { Problem } from './Problem.tsx';
import { errorId, fieldId } from './field-id.ts';
import css from './DayAndPlace.module.css';

type Props = {
  draft: EntryDraft;
  today: Day;
  problemOf: (field: string) => string | undefined;
  onChange: (part: Partial<EntryDraft>) => void;
};

/** When and where it was done: two buttons, each with its sheet. */
export const DayAndPlace = ({ draft, today, problemOf, onChange }: Props) => {
  const { t } = useTranslation('log');
  const words = useWords();
  const format = useFormat();
  const [asking, setAsking] = useState<'day' | 'place' | null>(null);
  const close = () => setAsking(null);

  const dayInWords = () => {
    if (!isDay(draft.date)) return t('noPlace');
    const day = format.day(draft.date);
    if (draft.date === today) return t('todayDay', { day });
    return draft.date === addDays(today, -1) ? t('yesterdayDay', { day }) : format.heading(draft.date);
  };
  const day = dayInWords();
  const place = draft.place ? words.place(draft.place) : t('noPlace');
  const aboutPlace = problemOf('place') ?? problemOf('channel');

  return (
    <>
      <div className={css.both}>
        <button
          type="button"
          id={fieldId('date')}
          aria-describedby={problemOf('date') && errorId('date')}
          onClick={() => setAsking('day')}
        >
          <CalendarDays aria-hidden size={20} />
          <span>
            <small>{t('day')}</small> <b>{day}</b>
            <span className="visually-hidden">. {t('changeDay')}</span>
          </span>
        </button>
        <button
          type="button"
          id={fieldId('place')}
          aria-describedby={aboutPlace && errorId('place')}
          onClick={() => setAsking('place')}
        >
          <MapPin aria-hidden size={20} />
          <span>
            <small>{t('place')}</small> <b>{place}</b>
            <span className="visually-hidden">. {t('changePlace')}</span>
          </span>
        </button>
        {(problemOf('date') ?? aboutPlace) && (
          <div className={css.problems}>
            <Problem of="date" words={problemOf('date')} />
            <Problem of="place" words={aboutPlace} />
          </div>
        )}
      </div>
      <DaySheet
        open={asking === 'day'}
        day={draft.date}
        today={today}
        onDay={(date) => onChange({ date })}
        onClose={close}
      />
      <PlaceSheet
        open={asking === 'place'}
        place={draft.place}
        channel={draft.channel}
        onChange={onChange}
        onClose={close}
      />
    </>
  );
};
