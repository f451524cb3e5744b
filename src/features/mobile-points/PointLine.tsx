import type { ReactNode } from 'react';
import type { EditableRecord } from '#model/record.ts';
import { mobilePointOf } from '#model/records/mobile-point.ts';
import { useFormat } from '#ui/format.ts';
import { PointFacts } from './PointFacts.tsx';
import type { PointWords } from './point-words.ts';
import css from './PointLine.module.css';

type Props = { record: EditableRecord; words: PointWords; children: ReactNode };

/** A mobile point in a list: its day on the left, the rest beside it. */
export const PointLine = ({ record, words, children }: Props) => {
  const f = useFormat();
  const { day } = mobilePointOf(record);
  return (
    <li id={record.id} className={css.line}>
      <p className={css.day}>
        <small>{f.weekdayName(day)}</small>
        <b>{f.day(day)}</b>
      </p>
      <div className={css.words}>
        <PointFacts record={record} words={words} />
        {children}
      </div>
    </li>
  );
};
