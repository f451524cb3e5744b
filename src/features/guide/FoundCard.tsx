import { ChevronRight, Maximize } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Card } from '#features/guide/cards.ts';
import { Marked } from '#features/guide/Marked.tsx';
import type { Phrase } from '#features/guide/search.ts';
import { addressOf } from '#features/guide/use-guide.ts';
import css from './FoundCard.module.css';

type Props = { card: Card; phrases: readonly Phrase[]; query: string };

/** A card that was found: read it, or hold it out at once. */
export const FoundCard = ({ card, phrases, query }: Props) => {
  const { t } = useTranslation('guide');
  const search = `?${new URLSearchParams({ tim: query }).toString()}`;
  return (
    <li className={css.card}>
      <Link to={`${addressOf(card)}${search}`} className={css.words}>
        <h2>
          <Marked text={card.title} phrases={phrases} />
        </h2>
        <p>
          <Marked text={card.summary} phrases={phrases} />
        </p>
      </Link>
      <Link
        to={`/huong-dan/${card.id}/xem${search}`}
        className={css.show}
        aria-label={t('showOf', { title: card.title })}
      >
        <Maximize aria-hidden size={22} />
        <span>{t('show')}</span>
        <ChevronRight aria-hidden size={20} />
      </Link>
    </li>
  );
};
