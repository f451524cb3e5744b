import { Plus, SearchX } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { CardGroups } from '#features/guide/CardGroups.tsx';
import { FoundCard } from '#features/guide/FoundCard.tsx';
import { SearchBox } from '#features/guide/SearchBox.tsx';
import { searchCards } from '#features/guide/search.ts';
import { isOwnCard, TakenBack } from '#features/guide/TakenBack.tsx';
import { useGuideCards, useWordings } from '#features/guide/use-guide.ts';
import { useMayWord } from '#features/guide/may-word.ts';
import { Button } from '#ui/Button.tsx';
import { Empty } from '#ui/Empty.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import css from './Guide.module.css';

/** What a team can tell a resident, found by a few words typed in a hurry. */
const Guide = () => {
  const { t } = useTranslation('guide');
  const [address, setAddress] = useSearchParams();
  const query = address.get('tim') ?? '';
  const cards = useGuideCards();
  const wordings = useWordings();
  const mayWord = useMayWord();
  const found = useMemo(() => cards && searchCards(cards, query), [cards, query]);
  const search = (text: string) => setAddress(text === '' ? {} : { tim: text }, { replace: true });
  if (!cards || !found) return null;
  const searching = query.trim() !== '';
  const count = found.cards.length;
  return (
    <div className={css.page}>
      <TopBar
        title={t('title')}
        back="/them"
        side={
          mayWord && (
            <Link to="/huong-dan/moi" className={css.add}>
              <Plus aria-hidden size={20} />
              {t('add')}
            </Link>
          )
        }
      />
      <SearchBox value={query} onChange={search} />
      <div className={css.inside}>
        <output className={searching && count > 0 ? css.found : 'visually-hidden'}>
          {searching && count > 0 && t(found.whole ? 'found' : 'near', { count, query: query.trim() })}
        </output>
        {!searching ? (
          <>
            {mayWord && wordings?.filter(isOwnCard).map((record) => <TakenBack key={record.id} record={record} />)}
            <CardGroups cards={cards} />
          </>
        ) : count > 0 ? (
          <ul className={css.all}>
            {found.cards.map((card) => (
              <FoundCard key={card.id} card={card} phrases={found.phrases} query={query} />
            ))}
          </ul>
        ) : (
          <Empty icon={SearchX} action={<Button onClick={() => search('')}>{t('all')}</Button>}>
            {t('nothing', { query: query.trim() })}
          </Empty>
        )}
      </div>
    </div>
  );
};
export default Guide;
