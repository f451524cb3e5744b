import { CircleAlert, CircleCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EndButton } from '#features/ask/EndButton.tsx';
import { faces } from '#features/ask/faces.ts';
import { useNoWayBack } from '#features/ask/no-way-back.ts';
import { useWholeScreen } from '#features/ask/whole-screen.ts';
import { useHands } from '#features/handbook.tsx';
import { useBright } from '#features/use-bright.ts';
import { answers, mostAnswers, pauseAfterAnswer, type Answer } from '#model/survey.ts';
import { countAnswer, endAsking, type Counted } from '#store/survey.ts';
import { useFormat } from '#ui/format.ts';
import { useArrival } from '#ui/arrival.ts';
import { Notice } from '#ui/Notice.tsx';
import css from './Kiosk.module.css';

/** The phone in a resident's hands: one question, three faces of the same weight, and no way out by accident. */
export const Kiosk = () => {
  const { t } = useTranslation('ask');
  const format = useFormat();
  const { db, clock } = useHands();
  const heading = useArrival();
  const [told, setTold] = useState<Counted>();
  useBright();
  useNoWayBack();
  useWholeScreen();
  const thanking = told?.kind === 'counted' || told?.kind === 'too-soon';

  useEffect(() => {
    if (!thanking) return;
    const timer = setTimeout(() => setTold(undefined), pauseAfterAnswer);
    return () => clearTimeout(timer);
  }, [thanking]);

  const tap = async (answer: Answer) => setTold(await countAnswer(db, clock, answer));
  return (
    <div className={css.page}>
      <div className={css.head}>
        <span>{t('anonymous')}</span>
        <EndButton onEnd={() => void endAsking(db, clock)} />
      </div>
      <h1 ref={heading} tabIndex={-1}>
        {t('question')}
      </h1>
      <p className={css.about}>{t('about')}</p>
      {told?.kind === 'not-stored' && <Notice look="error" icon={CircleAlert} title={t(told.why)} />}
      {told?.kind === 'enough' && (
        <Notice look="error" icon={CircleAlert} title={t('enough', { most: format.number(mostAnswers) })} />
      )}
      {thanking ? (
        <div className={css.thanks}>
          <CircleCheck aria-hidden size={96} strokeWidth={1.5} />
          <b>{t('thanks')}</b>
          <span>{t('thanksWords')}</span>
        </div>
      ) : (
        <div className={css.faces}>
          {answers.map((answer) => {
            const Face = faces[answer];
            return (
              <button key={answer} type="button" className={css.face} onClick={() => void tap(answer)}>
                <Face aria-hidden strokeWidth={1.5} />
                <span>{t(`answers.${answer}`)}</span>
              </button>
            );
          })}
        </div>
      )}
      <p aria-live="polite" className="visually-hidden">
        {thanking && `${t('thanks')} ${t('thanksWords')}`}
      </p>
    </div>
  );
};
