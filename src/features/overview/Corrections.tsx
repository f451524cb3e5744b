import { useTranslation } from 'react-i18next';
import { changesBetween, type Change } from '#features/overview/changes-between.ts';
import type { Entry } from '#features/overview/use-entry-pages.ts';
import { useWords } from '#features/words.ts';
import { useFormat } from '#ui/format.ts';
import css from './EntryBehind.module.css';

type Props = { revisions: Entry['revisions']; nameOf: (person: number) => string; now: number };

/** Every correction: who, when, why, and what was struck through for what. */
export const Corrections = ({ revisions, nameOf, now }: Props) => {
  const { t } = useTranslation('overview');
  const f = useFormat();
  const words = useWords();
  if (revisions.length < 2) return null;

  const said = (change: Exclude<Change, { of: 'cells' }>): [what: string, from: string, to: string] => {
    switch (change.of) {
      case 'count':
        return [words.measure(change.key), f.number(change.from), f.number(change.to)];
      case 'service':
        return [words.service(change.key), f.number(change.from), f.number(change.to)];
      case 'date':
        return [t('changeDate'), f.day(change.from), f.day(change.to)];
      case 'place':
        return [t('changePlace'), words.place(change.from), words.place(change.to)];
      case 'channel':
        return [t('changeChannel'), words.channel(change.from), words.channel(change.to)];
      case 'note':
        return [t('changeNote'), change.from || t('empty'), change.to || t('empty')];
    }
  };
  return (
    <ol className={css.corrections}>
      {revisions.slice(1).map((revision, at) => (
        <li key={`${revision.device}-${revision.seq}`}>
          <p className={css.reason}>
            {t('correctedBy', {
              name: nameOf(revision.by),
              when: f.instant(revision.at * 1000, now),
              reason: revision.reason ?? '',
            })}
          </p>
          <ul>
            {changesBetween(revisions[at]!.content, revision.content).map((change) => {
              if (change.of === 'cells') return <li key="cells">{t('changeCells')}</li>;
              const [what, from, to] = said(change);
              return (
                <li key={what}>
                  <span aria-hidden>
                    {what}: <del>{from}</del> → <ins>{to}</ins>
                  </span>
                  <span className="visually-hidden">{t('changed', { what, from, to })}</span>
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ol>
  );
};
