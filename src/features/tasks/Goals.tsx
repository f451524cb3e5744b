import { useTranslation } from 'react-i18next';
import { useWords } from '#features/words.ts';
import type { Todo } from '#model/todo.ts';
import { Bar } from '#ui/Bar.tsx';
import { Card } from '#ui/Card.tsx';
import { useFormat } from '#ui/format.ts';
import css from './Goals.module.css';

/** What the team's entries come to, against what was asked; a duty asks for no number. */
export const Goals = ({ todo: { tallies, what } }: { todo: Todo }) => {
  const { t } = useTranslation('tasks');
  const words = useWords();
  const f = useFormat();
  if (tallies.length === 0) return null;
  const asked = what.kind === 'task';
  return (
    <section aria-label={t('logged')}>
      <h2 className={css.title}>{t('logged')}</h2>
      <Card as="ul">
        {tallies.map(({ measure, logged, goal }) => (
          <li key={measure} className={css.goal}>
            <span className={css.line}>
              <span>{words.measure(measure)}</span>
              <b>
                {f.number(logged)}
                {asked && ` / ${f.number(goal)}`} <small>{words.unit(measure)}</small>
              </b>
            </span>
            {asked && (
              <Bar label={t('farSaid', { done: f.number(logged), of: f.number(goal) })} value={logged} mark={goal} />
            )}
          </li>
        ))}
      </Card>
    </section>
  );
};
