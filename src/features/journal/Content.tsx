import { useTranslation } from 'react-i18next';
import { useWords } from '#features/words.ts';
import type { EntryContent } from '#model/entry-content.ts';
import { Card } from '#ui/Card.tsx';
import { useFormat } from '#ui/format.ts';
import css from './Content.module.css';

const nounOfCell = (key: string, words: ReturnType<typeof useWords>) => {
  const [measure = '', , value = ''] = key.split('/');
  return `${words.measure(measure)}, ${words.cell(value)}`;
};

/** All an entry says, part by part. */
export const Content = ({ content }: { content: EntryContent }) => {
  const { t } = useTranslation('journal');
  const words = useWords();
  const format = useFormat();
  const list = (counts: Record<string, number>, nounOf: (code: string) => string) =>
    Object.entries(counts).map(([code, count]) => (
      <div key={code} className={css.line}>
        <dt>{nounOf(code)}</dt>
        <dd>{format.number(count)}</dd>
      </div>
    ));
  return (
    <Card as="div" className={css.content}>
      <dl>
        <div className={css.line}>
          <dt>{t('day')}</dt>
          <dd>{format.dayLong(content.date)}</dd>
        </div>
        <div className={css.line}>
          <dt>{t('place')}</dt>
          <dd>{words.place(content.place)}</dd>
        </div>
        <div className={css.line}>
          <dt>{t('channel')}</dt>
          <dd>{words.channel(content.channel)}</dd>
        </div>
      </dl>
      <dl>{list(content.counts, (code) => `${words.measure(code)} (${words.unit(code)})`)}</dl>
      {content.services && (
        <div>
          <h3>{t('services')}</h3>
          <dl>{list(content.services, words.service)}</dl>
        </div>
      )}
      {content.cells && (
        <div>
          <h3>{t('cells')}</h3>
          <dl>{list(content.cells, (key) => nounOfCell(key, words))}</dl>
        </div>
      )}
      {content.note && (
        <div>
          <h3>{t('note')}</h3>
          <p>{content.note}</p>
        </div>
      )}
    </Card>
  );
};
