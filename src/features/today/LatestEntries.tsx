import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Me } from '#features/handbook.tsx';
import { Section } from '#features/today/Section.tsx';
import { stateOf } from '#features/today/entry-state.ts';
import { useWords } from '#features/words.ts';
import { newestRevision } from '#model/entry.ts';
import type { EntryRow } from '#store/database.ts';
import { Card } from '#ui/Card.tsx';
import { StateTag } from '#ui/StateTag.tsx';
import { useFormat } from '#ui/format.ts';
import css from './LatestEntries.module.css';

const countsShown = 4;

export const LatestEntries = ({ entries, me }: { entries: EntryRow[]; me: Me }) => {
  const { t } = useTranslation(['today', 'states']);
  const format = useFormat();
  const words = useWords();
  return (
    <Section title={t('latest')} more={{ to: '/nhat-ky', label: t('seeJournal') }}>
      <Card as="ul">
        {entries.map((row) => {
          const { content } = newestRevision(row.entry);
          const state = stateOf(row, me);
          const author = row.author === me.person.id ? undefined : me.team.find(({ id }) => id === row.author)?.name;
          return (
            <li key={row.id}>
              <Link to={`/nhat-ky/${row.id}`} className={css.entry}>
                <span className={css.head}>
                  <b>{format.heading(content.date)}</b>
                  <StateTag state={state}>{t(`states:${state}`)}</StateTag>
                </span>
                <small>{[words.place(content.place), author].filter(Boolean).join(' · ')}</small>
                <span className={row.entry.withdrawal ? css.withdrawn : undefined}>
                  {Object.entries(content.counts)
                    .slice(0, countsShown)
                    .map(([measure, count], at) => (
                      <span key={measure}>
                        {at > 0 && ', '}
                        <b>{format.number(count)}</b> {words.counted(measure, count)}
                      </span>
                    ))}
                </span>
                {row.entry.withdrawal && <small>{t('states:withdrawn')}</small>}
              </Link>
            </li>
          );
        })}
      </Card>
    </Section>
  );
};
