import { BookX, History, Maximize, Pencil } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { ServiceFacts } from '#features/guide/ServiceFacts.tsx';
import { Steps } from '#features/guide/Steps.tsx';
import { Weighted } from '#features/guide/Weighted.tsx';
import { Wordings } from '#features/guide/Wordings.tsx';
import { useMayWord } from '#features/guide/may-word.ts';
import { useGuideCards } from '#features/guide/use-guide.ts';
import { dayInVietnam } from '#model/day.ts';
import { Card as Paper } from '#ui/Card.tsx';
import { Empty } from '#ui/Empty.tsx';
import { useFormat } from '#ui/format.ts';
import { Notice } from '#ui/Notice.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import css from './CardPage.module.css';

/** One card as the team reads it: what to do, what to add, and what it stands on. */
const CardPage = () => {
  const { t } = useTranslation('guide');
  const format = useFormat();
  const { card: id } = useParams();
  const { search } = useLocation();
  const mayWord = useMayWord();
  const cards = useGuideCards();
  const card = cards?.find((one) => one.id === id);
  if (!cards) return null;
  if (!card)
    return (
      <>
        <TopBar title={t('title')} back="/huong-dan" />
        <Empty
          icon={BookX}
          action={
            <Link to="/huong-dan" className={css.way}>
              {t('backToAll')}
            </Link>
          }
        >
          {t('notFound')}
        </Empty>
      </>
    );
  // The province words its cards in Vietnamese, whatever the reader's language.
  const lang = card.replaced ? 'vi' : undefined;
  return (
    <div className={css.page}>
      <TopBar
        title={card.title}
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
      {card.replaced && card.group !== 'own' && (
        <Notice look="calm" icon={History} title={t('replaced', { version: card.replaced.version })}>
          {t('replacedWords', {
            day: format.dayLong(dayInVietnam(card.replaced.at * 1000)),
            now: card.basis.join('; '),
          })}
          {card.replaced.basisBefore.length > 0 &&
            ` ${t('replacedBefore', { before: card.replaced.basisBefore.join('; ') })}`}
        </Notice>
      )}
      {card.insteadOf.length > 0 && (
        <Notice look="calm" icon={History} title={t('superseded')}>
          {t('supersededWords', { before: card.insteadOf.join(', '), now: card.basis.join(', ') })}
        </Notice>
      )}
      {mayWord && <Wordings id={card.id} />}
      <div className={css.inside}>
        <p className={css.summary} lang={lang}>
          {card.summary}
        </p>
        <section aria-labelledby="card-steps">
          <h2 id="card-steps">{t('steps')}</h2>
          <Paper as="div" className={css.steps}>
            <Steps steps={card.steps} lang={lang} />
          </Paper>
        </section>
        {card.notes.length > 0 && (
          <section aria-labelledby="card-notes">
            <h2 id="card-notes">{t('notes')}</h2>
            <ul className={css.notes} lang={lang}>
              {card.notes.map((note) => (
                <li key={note}>
                  <Weighted text={note} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {card.service && <ServiceFacts service={card.service} />}
        <section aria-labelledby="card-basis">
          <h2 id="card-basis">{t('basis')}</h2>
          <p className={css.basis} lang={lang}>
            {card.basis.join('; ')}
          </p>
          <p className={css.version}>
            {t(card.group === 'own' ? 'versionOwn' : card.replaced ? 'versionReplaced' : 'versionBrought', {
              version: card.replaced?.version ?? 1,
            })}
          </p>
        </section>
      </div>
      <div className={css.foot}>
        <Link to={`/huong-dan/${card.id}/xem${search}`} className={css.show}>
          <Maximize aria-hidden size={24} />
          {t('show')}
        </Link>
      </div>
    </div>
  );
};
export default CardPage;
