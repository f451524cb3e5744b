import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Card } from '#features/guide/cards.ts';
import { addressOf } from '#features/guide/use-guide.ts';
import { guideGroups } from '#model/guidance.ts';
import { Card as Paper } from '#ui/Card.tsx';
import css from './CardGroups.module.css';

/** All cards, in the order in which residents ask. */
export const CardGroups = ({ cards }: { cards: readonly Card[] }) => {
  const { t } = useTranslation('guide');
  return (
    <>
      {guideGroups.map((group) => {
        const own = cards.filter((card) => card.group === group);
        return own.length === 0 ? null : (
          <section key={group} className={css.group} aria-labelledby={`guide-${group}`}>
            <h2 id={`guide-${group}`}>{t(`groups.${group}`)}</h2>
            <Paper as="ul">
              {own.map((card) => (
                <li key={card.id}>
                  <Link to={addressOf(card)} className={css.row}>
                    <span className={css.words}>
                      <b>{card.title}</b>
                      <small>{card.summary}</small>
                    </span>
                    <ChevronRight aria-hidden size={20} />
                  </Link>
                </li>
              ))}
            </Paper>
          </section>
        );
      })}
    </>
  );
};
