import { ChevronLeft, ChevronRight, ShieldCheck, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { Steps } from '#features/guide/Steps.tsx';
import { searchCards } from '#features/guide/search.ts';
import { useGuideCards } from '#features/guide/use-guide.ts';
import { useArrival } from '#ui/arrival.ts';
import { Button } from '#ui/Button.tsx';
import css from './Show.module.css';

/** A card held out to a resident: large, and nothing else on the screen. */
const Show = () => {
  const { t } = useTranslation('guide');
  const go = useNavigate();
  const { card: id } = useParams();
  const { key, search } = useLocation();
  const [address] = useSearchParams();
  const cards = useGuideCards();
  const heading = useArrival();
  if (!cards) return null;
  const found = searchCards(cards, address.get('tim') ?? '').cards;
  // The next one is the next of what was found, where there was a search.
  const row = found.some((one) => one.id === id) ? found : cards;
  const at = row.findIndex((one) => one.id === id);
  const card = row[at];
  if (!card) return <Navigate to="/huong-dan" replace />;
  // The province words its cards in Vietnamese, whatever the reader's language.
  const lang = card.replaced ? 'vi' : undefined;
  const turn = (by: number) => void go(`/huong-dan/${row[at + by]!.id}/xem${search}`, { replace: true });
  // Opened from a link of its own, there is nothing to go back to.
  const close = () => void (key === 'default' ? go(`/huong-dan${search}`) : go(-1));
  return (
    <div className={css.page}>
      <div className={css.head}>
        <span>{t('forResidents')}</span>
        <button type="button" onClick={close} className={css.close}>
          <X aria-hidden size={24} />
          {t('close')}
        </button>
      </div>
      <div className={css.card}>
        <h1 ref={heading} tabIndex={-1} lang={lang}>
          {card.big}
        </h1>
        {card.sub && <p className={css.sub}>{card.sub}</p>}
        <Steps steps={card.steps} large lang={lang} />
      </div>
      <p className={css.safety}>
        <ShieldCheck aria-hidden size={28} />
        <span>{t('safety')}</span>
      </p>
      <p className={css.basis}>
        {t('basisLine', { basis: card.basis.join('; ') })}
        {card.replaced &&
          ` · ${t(card.group === 'own' ? 'versionOwn' : 'replaced', { version: card.replaced.version })}`}
      </p>
      <div className={css.turn}>
        <Button icon={ChevronLeft} disabled={at === 0} onClick={() => turn(-1)}>
          {t('previous')}
        </Button>
        <Button disabled={at === row.length - 1} onClick={() => turn(1)}>
          {t('next')}
          <ChevronRight aria-hidden size={20} />
        </Button>
      </div>
      <output className="visually-hidden">{t('place', { at: at + 1, of: row.length })}</output>
    </div>
  );
};
export default Show;
