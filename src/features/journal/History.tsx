import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useHands } from '#features/handbook.tsx';
import type { Situation } from '#features/situation.ts';
import type { EntryRow } from '#store/database.ts';
import { Card } from '#ui/Card.tsx';
import { useFormat } from '#ui/format.ts';
import { CountChanges } from './CountChanges.tsx';
import { CountsInWords } from './CountsInWords.tsx';
import { Where } from './Where.tsx';
import { stepOf, wordOf } from './where-it-is.ts';
import css from './Entry.module.css';

/** Everything an entry ever said, the first version first, each with where it is and who wrote it. */
export const History = ({ row, situation }: { row: EntryRow; situation: Situation }) => {
  const { t } = useTranslation('journal');
  const format = useFormat();
  const { clock } = useHands();
  const { revisions, withdrawal } = row.entry;
  const when = (at: number) => format.instant(at * 1000, clock.now());
  const who = (by: number) => situation.team.find(({ id }) => id === by)?.name ?? t('colleague');
  const written = [...revisions, ...(withdrawal ? [withdrawal] : [])];
  const refused = row.steps.filter(
    ({ device, seq, where }) =>
      where === 'needsAttention' && !written.some((one) => one.device === device && one.seq === seq),
  );
  return (
    <Card as="ol">
      {revisions.map((revision, at) => {
        const before = revisions[at - 1];
        return (
          <li key={`${revision.device}-${revision.seq}`} className={css.entry}>
            <div className={css.head}>
              <b>{before ? t('revision', { number: format.number(at) }) : t('first')}</b>
              <Where word={wordOf(stepOf(row, revision), row.date, situation)} />
            </div>
            <p className={css.about}>
              {t('writtenAt', { time: when(revision.at) })} ·{' '}
              {t(before ? 'byWhomChanged' : 'byWhom', { name: who(revision.by) })}
            </p>
            {before ? (
              <div className={css.later}>
                <p>
                  <CountChanges before={before.content} after={revision.content} />
                </p>
                <p>{t('reason', { reason: revision.reason ?? '' })}</p>
              </div>
            ) : (
              <p className={css.counts}>
                <CountsInWords counts={revision.content.counts} />
              </p>
            )}
          </li>
        );
      })}
      {withdrawal && (
        <li className={css.entry}>
          <div className={css.head}>
            <b>{t('withdrawal')}</b>
            <Where word={wordOf(stepOf(row, withdrawal), row.date, situation)} />
          </div>
          <p className={css.about}>
            {t('writtenAt', { time: when(withdrawal.at) })} · {t('byWhomChanged', { name: who(withdrawal.by) })}
          </p>
          <div className={css.later}>
            <p>{t('reason', { reason: withdrawal.reason })}</p>
          </div>
        </li>
      )}
      {refused.map(({ device, seq }) => (
        <li key={`${device}-${seq}`} className={css.entry}>
          <div className={css.head}>
            <b>{t('refusedChange')}</b>
            <Where word="needsAttention" />
          </div>
          <p className={css.about}>{t('refusedChangeWords')}</p>
          <Link to="/hop-gui" className={css.more}>
            {t('toOutbox')}
          </Link>
        </li>
      ))}
    </Card>
  );
};
