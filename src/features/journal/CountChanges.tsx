import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '#features/words.ts';
import type { EntryContent } from '#model/entry-content.ts';
import { useFormat } from '#ui/format.ts';

type Props = { before: EntryContent; after: EntryContent };

/** What a correction made of the counts: VNeID installs 12 → 9, the old one struck through. */
export const CountChanges = ({ before, after }: Props) => {
  const { t } = useTranslation('journal');
  const words = useWords();
  const format = useFormat();
  const changed = [...new Set([...Object.keys(before.counts), ...Object.keys(after.counts)])]
    .map((measure) => ({ measure, was: before.counts[measure] ?? 0, is: after.counts[measure] ?? 0 }))
    .filter(({ was, is }) => was !== is);
  if (changed.length === 0) return t('otherChanges');
  return changed.map(({ measure, was, is }, at) => {
    const said = { what: words.counted(measure, is), before: format.number(was), after: format.number(is) };
    return (
      <Fragment key={measure}>
        {at > 0 && ', '}
        <span className="visually-hidden">{t('becomes', said)}</span>
        <span aria-hidden>
          {said.what} <del>{said.before}</del> → <b>{said.after}</b>
        </span>
      </Fragment>
    );
  });
};
