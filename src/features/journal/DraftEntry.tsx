import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWords } from '#features/words.ts';
import { contentOf, type EntryDraft } from '#model/draft.ts';
import { CountsInWords } from './CountsInWords.tsx';
import { Where } from './Where.tsx';
import css from './Entry.module.css';

const readable = (counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => !Number.isNaN(count)));

/** What was begun and not saved: first of its day, a tap away from going on. */
export const DraftEntry = ({ draft }: { draft: EntryDraft }) => {
  const { t } = useTranslation('journal');
  const words = useWords();
  const counts = readable(contentOf(draft).counts);
  return (
    <li className={css.entry}>
      <div className={css.head}>
        <Link to="/ghi" className={css.name}>
          {t('unfinished')}
        </Link>
        <Where word="draft" />
      </div>
      <p className={css.about}>
        {words.place(draft.place)}
        {Object.keys(counts).length > 0 && ' · '}
        <CountsInWords counts={counts} />
      </p>
    </li>
  );
};
