import css from './Bar.module.css';

type Props = {
  /** The same in words, for those who do not see it. */
  label: string;
  value: number;
  /** Something to compare with, drawn as a tick. */
  mark?: number;
};

/** A count as a length, on the scale of the larger of the two. */
export const Bar = ({ label, value, mark = 0 }: Props) => {
  const whole = Math.max(value, mark, 1);
  return (
    <div className={css.bar}>
      <span className="visually-hidden">{label}</span>
      <i style={{ width: `${(100 * value) / whole}%` }} />
      {mark > 0 && <u style={{ left: `${(100 * mark) / whole}%` }} />}
    </div>
  );
};
