import { useTranslation } from 'react-i18next';
import { changesBetween, type Change } from '#features/overview/changes-between.ts';
import type { Entry } from '#features/overview/use-entry-pages.ts';
import { useFormat } from '#ui/format.ts';
import css from './EntryBehind.module.css';

type Props = { revisions: Entry['revisions']; nameOf: (person: number) => string; now: number };

/** Every correction: who, when, why, and what was struck through for what. */
export const Corrections = ({ revisions, nameOf, now }: Props) => {
  const { t } = useTranslation(['overview', 'measures', 'places', 'services']);
  const f = useFormat();
  if (revisions.length < 2) return null;

  const said = (change: Exclude<Change, { of: 'cells' }>): [what: string, from: string, to: string] => {
    switch (change.of) {
      case 'count':
        return [t(`measures:${change.key}.short`), f.number(change.from), f.number(change.to)];
      case 'service':
        return [t(`services:${change.key}`), f.number(change.from), f.number(change.to)];
      case 'date':
        return [t('overview:changeDate'), f.day(change.from), f.day(change.to)];
      case 'place':
        return [t('overview:changePlace'), t(`places:place.${change.from}`), t(`places:place.${change.to}`)];
      case 'channel':
        return [t('overview:changeChannel'), t(`places:channel.${change.from}`), t(`places:channel.${change.to}`)];
      case 'note':
        return [t('overview:changeNote'), change.from || t('overview:empty'), change.to || t('overview:empty')];
    }
  };
  return (
    <ol className={css.corrections}>
      {revisions.slice(1).map((revision, at) => (
        <li key={`${revision.device}-${revision.seq}`}>
          <p className={css.reason}>
            {t('overview:correctedBy', {
              name: nameOf(revision.by),
              when: f.instant(revision.at * 1000, now),
              reason: revision.reason ?? '',
            })}
          </p>
          <ul>
            {changesBetween(revisions[at]!.content, revision.content).map((change) => {
              if (change.of === 'cells') return <li key="cells">{t('overview:changeCells')}</li>;
              const [what, from, to] = said(change);
              return (
                <li key={what}>
                  <span aria-hidden>
                    {what}: <del>{from}</del> → <ins>{to}</ins>
                  </span>
                  <span className="visually-hidden">{t('overview:changed', { what, from, to })}</span>
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ol>
  );
};
