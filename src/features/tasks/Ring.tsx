import css from './Ring.module.css';

const radius = 22;
const around = 2 * Math.PI * radius;

/** How far something is, as a ring with the figures inside. More than the goal is a full ring and the true figure. */
export const Ring = ({ done, of, label }: { done: number; of: number; label: string }) => (
  <span className={css.ring}>
    <span className="visually-hidden">{label}</span>
    <svg viewBox="0 0 52 52" aria-hidden>
      <circle cx="26" cy="26" r={radius} className={css.rest} />
      {done > 0 && (
        <circle
          cx="26"
          cy="26"
          r={radius}
          className={css.done}
          strokeDasharray={`${around * Math.min(1, done / of)} ${around}`}
          transform="rotate(-90 26 26)"
        />
      )}
    </svg>
    <span aria-hidden className={String(done).length + String(of).length > 5 ? `${css.words} ${css.long}` : css.words}>
      {done}/{of}
    </span>
  </span>
);
