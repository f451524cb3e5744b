import { Fragment } from 'react';
import { useWords } from '#features/words.ts';
import { measures, type Measure } from '#model/indicator.ts';
import { useFormat } from '#ui/format.ts';
import css from './Entry.module.css';

/** 1 session, 42 attendances, 8 VNeID installs: in the order of the form. */
export const CountsInWords = ({ counts }: { counts: Record<Measure, number> }) => {
  const words = useWords();
  const format = useFormat();
  const known = measures.filter((measure) => counts[measure]);
  const newer = Object.keys(counts).filter((measure) => !measures.includes(measure));
  return [...known, ...newer].map((measure, at, all) => (
    <Fragment key={measure}>
      <span className={css.count}>
        <b>{format.number(counts[measure] ?? 0)}</b> {words.counted(measure, counts[measure] ?? 0)}
        {at < all.length - 1 && ','}
      </span>{' '}
    </Fragment>
  ));
};
