import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useEntryName } from '#features/entry-name.ts';
import { useHands } from '#features/handbook.tsx';
import type { Situation } from '#features/situation.ts';
import { useWords } from '#features/words.ts';
import { dayInVietnam } from '#model/day.ts';
import { newestRevision } from '#model/entry.ts';
import type { EntryRow } from '#store/database.ts';
import { useFormat } from '#ui/format.ts';
import { CountChanges } from './CountChanges.tsx';
import { CountsInWords } from './CountsInWords.tsx';
import { Where } from './Where.tsx';
import { stepOf, wordOf } from './where-it-is.ts';
import css from './Entry.module.css';

/** One entry in the journal: what it came to, where it is, and what became of it since. */
export const Entry = ({ row, situation }: { row: EntryRow; situation: Situation }) => {
  const { t } = useTranslation('journal');
  const words = useWords();
  const format = useFormat();
  const nameOf = useEntryName();
  const { clock } = useHands();
  const { entry } = row;
  const [first] = entry.revisions;
  const newest = newestRevision(entry);
  const before = entry.revisions[entry.revisions.length - 2];
  const { withdrawal } = entry;
  const name = nameOf(row);
  const when = (at: number) =>
    dayInVietnam(at * 1000) === row.date ? format.time(at * 1000) : format.instant(at * 1000, clock.now());
  return (
    <li className={withdrawal ? `${css.entry} ${css.withdrawn}` : css.entry}>
      <div className={css.head}>
        <Link to={`/nhat-ky/${row.id}`} className={css.name}>
          {name}
        </Link>
        <span className={css.tags}>
          {withdrawal && <Where word="withdrawn" />}
          <Where word={wordOf(stepOf(row, first), row.date, situation)} />
        </span>
      </div>
      <p className={css.about}>
        {format.time(first.at * 1000)} · {words.place(newest.content.place)}
      </p>
      <p className={css.counts}>
        <CountsInWords counts={newest.content.counts} />
      </p>
      {before && (
        <div className={css.later}>
          <p>
            <b>{t('correctedAt', { time: when(newest.at) })}</b>{' '}
            <CountChanges before={before.content} after={newest.content} />
          </p>
          <p>{t('reason', { reason: newest.reason ?? '' })}</p>
          {stepOf(row, newest) !== 'received' && <Where word={stepOf(row, newest)} />}
        </div>
      )}
      {withdrawal && (
        <div className={css.later}>
          <p>
            <b>{t('withdrawnAt', { time: when(withdrawal.at) })}</b>
          </p>
          <p>{t('reason', { reason: withdrawal.reason })}</p>
          {stepOf(row, withdrawal) !== 'received' && <Where word={stepOf(row, withdrawal)} />}
        </div>
      )}
      {before && (
        <Link to={`/nhat-ky/${row.id}`} className={css.more}>
          {t('seeFirst')}
          <span className="visually-hidden">, {name}</span>
        </Link>
      )}
    </li>
  );
};
