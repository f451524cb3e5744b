import { Fragment } from 'react';
import { useWords } from '#features/words.ts';
import { useFormat } from '#ui/format.ts';
import css from './Counts.module.css';

/** Measures and their figures, the largest first; none is parted from its figure at the end of a line. */
export const Counts = ({ of }: { of: Readonly<Record<string, number>> }) => {
  const f = useFormat();
  const words = useWords();
  const sorted = Object.entries(of).sort(([, one], [, other]) => other - one);
  return sorted.map(([measure, count], i) => (
    <Fragment key={measure}>
      {i > 0 && ' · '}
      <span className={css.count}>
        {words.measure(measure)} <b>{f.number(count)}</b>
      </span>
    </Fragment>
  ));
};
