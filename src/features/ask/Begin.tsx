import { CircleAlert, HandHeart, Smile, UserX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHands } from '#features/handbook.tsx';
import { useWords } from '#features/words.ts';
import { dayInVietnam } from '#model/day.ts';
import { places, type Place } from '#model/place.ts';
import { newSurvey } from '#model/survey.ts';
import { keepSurvey } from '#store/survey.ts';
import type { NotStored } from '#store/not-stored.ts';
import { Button } from '#ui/Button.tsx';
import { Choices } from '#ui/Choices.tsx';
import { Notice } from '#ui/Notice.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import css from './Ask.module.css';

/** Before the phone is handed over: how it goes, and where it happens. */
export const Begin = ({ place: first }: { place: Place }) => {
  const { t } = useTranslation('ask');
  const words = useWords();
  const { db, clock } = useHands();
  const [place, setPlace] = useState<Place>(first);
  const [trouble, setTrouble] = useState<NotStored['why']>();
  const begin = async () => {
    const kept = await keepSurvey(db, clock, newSurvey(dayInVietnam(clock.now()), place));
    setTrouble(kept.kind === 'not-stored' ? kept.why : undefined);
  };
  return (
    <div className={css.page}>
      <TopBar title={t('title')} back="/them" />
      {trouble && <Notice look="error" icon={CircleAlert} title={t(trouble)} />}
      <div className={css.inside}>
        <ul className={css.how}>
          <li>
            <HandHeart aria-hidden size={22} />
            {t('how.hand')}
          </li>
          <li>
            <UserX aria-hidden size={22} />
            {t('how.anonymous')}
          </li>
          <li>
            <Smile aria-hidden size={22} />
            {t('how.end')}
          </li>
        </ul>
        <Choices
          legend={t('where')}
          name="place"
          options={places.map((value) => ({ value, label: words.place(value) }))}
          value={place}
          onChange={setPlace}
        />
      </div>
      <div className={css.foot}>
        <Button look="primary" onClick={() => void begin()}>
          {t('start')}
        </Button>
      </div>
    </div>
  );
};
