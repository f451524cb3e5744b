import css from './Bar.module.css';

type Props = {
  /** The same in words, for those who do not see it. */
  label: string;
  value: number;
  /** Something to compare with, drawn as a tick. */
  mark?: number;
  /** What the whole bar stands for; where the value is past it, a notch shows where it was. */
  whole?: number;
  /** All is well: said in words beside the bar too. */
  well?: boolean;
};

/** A count as a length, on the scale of the largest of what is drawn. */
export const Bar = ({ label, value, mark = 0, whole = 0, well = false }: Props) => {
  const scale = Math.max(value, mark, whole, 1);
  const at = (count: number) => `${(100 * count) / scale}%`;
  return (
    <div className={well ? `${css.bar} ${css.well}` : css.bar}>
      <span className="visually-hidden">{label}</span>
      <i style={{ width: at(value) }} />
      {whole > 0 && value > whole && <s style={{ left: at(whole) }} />}
      {mark > 0 && <u style={{ left: at(mark) }} />}
    </div>
  );
};
