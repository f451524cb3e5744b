import type { TFunction } from 'i18next';
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWords, type Words } from '#features/words.ts';
import { Card } from '#ui/Card.tsx';
import { useFormat, type Format } from '#ui/format.ts';
import type { Change } from './changes.ts';
import css from './Changes.module.css';

const inWords = (change: Change, t: TFunction<'log'>, words: Words, format: Format) => {
  switch (change.of) {
    case 'date':
      return { what: t('day'), before: format.day(change.before), after: format.day(change.after) };
    case 'place':
      return { what: t('place'), before: words.place(change.before), after: words.place(change.after) };
    case 'channel':
      return { what: t('channel'), before: words.channel(change.before), after: words.channel(change.after) };
    case 'note':
      return { what: t('note'), before: change.before || t('nothing'), after: change.after || t('nothing') };
    default: {
      const count = (value: number) => (Number.isNaN(value) ? '?' : format.number(value));
      return { what: nounOf(change, words), before: count(change.before), after: count(change.after) };
    }
  }
};

const nounOf = ({ of, code }: Extract<Change, { code: string }>, words: Words) => {
  if (of === 'count') return words.measure(code);
  if (of === 'service') return words.service(code);
  const [measure = '', , value = ''] = code.split('/');
  return `${words.measure(measure)}, ${words.cell(value)}`;
};

/** What the correction would change, as it is being written. */
export const Changes = ({ changes }: { changes: readonly Change[] }) => {
  const { t } = useTranslation('log');
  const words = useWords();
  const format = useFormat();
  return (
    <section className={css.changes}>
      <h2>{t('changes')}</h2>
      {changes.length === 0 ? (
        <p>{t('noChanges')}</p>
      ) : (
        <Card as="ul">
          {changes.map((change) => {
            const said = inWords(change, t, words, format);
            return (
              <li key={change.of + ('code' in change ? change.code : '')} className={css.change}>
                <span className="visually-hidden">{t('becomes', said)}</span>
                <span aria-hidden>
                  {said.what} <del>{said.before}</del> <ArrowRight size={16} /> <b>{said.after}</b>
                </span>
              </li>
            );
          })}
        </Card>
      )}
    </section>
  );
};
