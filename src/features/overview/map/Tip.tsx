import css from './Tip.module.css';

type Props = { lines: readonly string[]; x: number; y: number };

/** What the pointer is at, beside it; `x` and `y` as shares of the drawing. Screen readers have it from the link's own name. */
export const Tip = ({ lines, x, y }: Props) => {
  const [left, above] = [x > 0.5, y > 0.35];
  return (
    <p
      aria-hidden
      className={css.tip}
      style={{
        left: `${100 * x}%`,
        top: `${100 * y}%`,
        transform: `translate(${left ? 'calc(-100% - 14px)' : '14px'}, ${above ? 'calc(-100% - 10px)' : '10px'})`,
      }}
    >
      {lines.map((line, at) => (at === 0 ? <b key={line}>{line}</b> : <span key={line}>{line}</span>))}
    </p>
  );
};
