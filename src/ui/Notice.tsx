import { ChevronRight, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import css from './Notice.module.css';

type Props = {
  /** `onPhone` waits here, `calm` is well, `error` asks a person. */
  look: 'onPhone' | 'calm' | 'error';
  icon: LucideIcon;
  title: ReactNode;
  children?: ReactNode;
  /** Where to read more: the whole notice is then a link. */
  to?: string;
  /** What a person can do about it, below the words; not together with `to`. */
  action?: ReactNode;
};

/** A band across the page that says how things stand. */
export const Notice = ({ look, icon: Icon, title, children, to, action }: Props) => {
  const inside = (
    <>
      <span className={css.icon}>
        <Icon aria-hidden size={24} />
      </span>
      <span className={css.words}>
        <b>{title}</b>
        {children && <small>{children}</small>}
        {action && <span className={css.action}>{action}</span>}
      </span>
      {to && <ChevronRight aria-hidden size={20} />}
    </>
  );
  const className = `${css.notice} ${css[look]}`;
  return to ? (
    <Link to={to} className={className}>
      {inside}
    </Link>
  ) : (
    <div className={className}>{inside}</div>
  );
};
