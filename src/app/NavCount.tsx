import css from './NavCount.module.css';

/** How much waits at a place, as a number for the eye and a sentence for the ear; nothing when nothing does. */
export const NavCount = ({ count, said, alarm = false }: { count: number; said: string; alarm?: boolean }) =>
  count === 0 ? null : (
    <span className={alarm ? `${css.dot} ${css.alarm}` : css.dot}>
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="visually-hidden">{said}</span>
    </span>
  );
