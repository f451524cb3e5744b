import { useTranslation } from 'react-i18next';
import { Corrections } from '#features/overview/Corrections.tsx';
import { inOrder } from '#features/overview/chosen-measures.ts';
import { PhotosBehind } from '#features/overview/PhotosBehind.tsx';
import { newest } from '#features/overview/sum-entries.ts';
import { useUnitWords } from '#features/unit-words.ts';
import type { Entry } from '#features/overview/use-entry-pages.ts';
import { usePersonName } from '#features/overview/use-person-name.ts';
import { useWords } from '#features/words.ts';
import type { Measure } from '#model/indicator.ts';
import type { Unit } from '#model/unit.ts';
import { useFormat } from '#ui/format.ts';
import { StateTag } from '#ui/StateTag.tsx';
import css from './EntryBehind.module.css';

type Props = {
  entry: Entry;
  measure: Measure | undefined;
  village: Unit | undefined;
  people: readonly { id: number; name: string }[];
  now: number;
};

/** One entry as it counts now, with all it said before. */
export const EntryBehind = ({ entry, measure, village, people, now }: Props) => {
  const { t } = useTranslation(['overview', 'states']);
  const f = useFormat();
  const words = useWords();
  const units = useUnitWords();
  const nameOf = usePersonName(people);
  const { content } = newest(entry);
  const { withdrawal } = entry;
  const others = inOrder(Object.keys(content.counts)).filter((other) => other !== measure);
  const Count = withdrawal ? 'del' : 'span';
  return (
    <li className={css.entry}>
      <div className={css.head}>
        <h2>
          {f.heading(content.date)}
          {village && <span> · {units.said(village)}</span>}
        </h2>
        {withdrawal && <StateTag state="withdrawn">{t('states:withdrawn')}</StateTag>}
      </div>
      {measure && (
        <p className={css.count}>
          <Count>
            <b>{f.number(content.counts[measure] ?? 0)}</b> {words.unit(measure)}
          </Count>
          {withdrawal && <span className={css.not}> {t('overview:notCounted')}</span>}
        </p>
      )}
      {others.length > 0 && (
        <p>
          <Count>
            {others
              .map((of) => `${f.number(content.counts[of] ?? 0)} ${words.counted(of, content.counts[of] ?? 0)}`)
              .join(' · ')}
          </Count>
        </p>
      )}
      {content.services && (
        <p className={css.quiet}>
          {t('overview:services')}:{' '}
          {Object.entries(content.services)
            .map(([service, count]) => `${words.service(service)} ${f.number(count)}`)
            .join('; ')}
        </p>
      )}
      <p className={css.quiet}>
        {[...new Set([words.place(content.place), words.channel(content.channel)])].join(' · ')} ·{' '}
        {t('overview:by', { name: nameOf(entry.author) })} ·{' '}
        {t('overview:receivedAt', { when: f.instant(entry.receivedAt * 1000, now) })}
      </p>
      {content.note && <p className={css.note}>{content.note}</p>}
      {entry.photos && <PhotosBehind names={entry.photos} day={f.day(content.date)} />}
      <Corrections revisions={entry.revisions} nameOf={nameOf} now={now} />
      {withdrawal && (
        <p className={css.reason}>
          {t('overview:withdrawnBy', {
            name: nameOf(withdrawal.by),
            when: f.instant(withdrawal.at * 1000, now),
            reason: withdrawal.reason,
          })}
        </p>
      )}
    </li>
  );
};
