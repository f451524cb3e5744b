import { Maximize, Megaphone, Pencil, Timer, TimerOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useMayWord } from '#features/guide/may-word.ts';
import { secondsToRead } from '#features/guide/seconds-to-read.ts';
import { useGuideCards } from '#features/guide/use-guide.ts';
import { Weighted } from '#features/guide/Weighted.tsx';
import { Wordings } from '#features/guide/Wordings.tsx';
import { useSituation } from '#features/situation.ts';
import { loudspeakerCard } from '#model/guidance.ts';
import { maySaveEntries } from '#model/person.ts';
import { Button } from '#ui/Button.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import css from './Loudspeaker.module.css';

/** The script for the village loudspeaker, large enough to be read from the table, with a clock beside it. */
const Loudspeaker = () => {
  const { t } = useTranslation('guide');
  const { search } = useLocation();
  const known = useSituation();
  const mayWord = useMayWord();
  const card = useGuideCards()?.find(({ id }) => id === loudspeakerCard);
  const [seconds, setSeconds] = useState<number | null>(null);
  const running = seconds !== null;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setSeconds((now) => (now === null ? null : now + 1)), 1000);
    return () => clearInterval(timer);
  }, [running]);
  if (!card || !known) return null;
  return (
    <div className={css.page}>
      <TopBar
        title={t('loa.title')}
        back={`/huong-dan${search}`}
        side={
          mayWord && (
            <Link to={`/huong-dan/${card.id}/sua`} className={css.way}>
              <Pencil aria-hidden size={20} />
              {t('edit')}
            </Link>
          )
        }
      />
      {mayWord && <Wordings id={card.id} />}
      <div className={css.inside}>
        <p className={css.length}>
          <Megaphone aria-hidden size={20} />
          {t('loa.length', { seconds: secondsToRead(card.steps) })}
        </p>
        <div className={css.script} lang={card.replaced && 'vi'}>
          {card.steps.map((sentence) => (
            <p key={sentence}>
              <Weighted text={sentence} />
            </p>
          ))}
        </div>
        <ul className={css.notes}>
          {card.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
        <p className={css.length}>
          {t('basisLine', { basis: card.basis.join('; ') })}
          {card.replaced && ` · ${t('replaced', { version: card.replaced.version })}`}
        </p>
        <div className={css.ways}>
          <Link to={`/huong-dan/${card.id}/xem`} className={css.way}>
            <Maximize aria-hidden size={20} />
            {t('show')}
          </Link>
          {maySaveEntries(known.person.role) && (
            <Link to="/ghi" className={css.way}>
              <Megaphone aria-hidden size={20} />
              {t('loa.log')}
            </Link>
          )}
        </div>
      </div>
      <div className={css.foot}>
        {running && (
          <p role="timer" className={css.clock}>
            {t('loa.elapsed', { seconds })}
          </p>
        )}
        <Button look="primary" icon={running ? TimerOff : Timer} onClick={() => setSeconds(running ? null : 0)}>
          {t(running ? 'loa.stop' : 'loa.start')}
        </Button>
      </div>
    </div>
  );
};
export default Loudspeaker;
