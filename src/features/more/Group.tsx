import { ChevronRight, type LucideIcon } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Card } from '#ui/Card.tsx';
import css from './Group.module.css';

/** Rows that belong together, under their heading. */
export const Group = ({ title, children }: { title: string; children: ReactNode }) => {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={css.title}>
        {title}
      </h2>
      <Card as="ul">{children}</Card>
    </section>
  );
};

type RowProps = {
  icon: LucideIcon;
  label: string;
  value?: ReactNode;
  /** A place of the app, a file to open, or something to do; without them it only tells. */
  to?: string;
  href?: string;
  onClick?: () => void;
};

export const Row = ({ icon: Icon, label, value, to, href, onClick }: RowProps) => {
  const leads = to ?? href ?? onClick;
  const inside = (
    <>
      <Icon aria-hidden size={22} className={css.icon} />
      <span className={css.words}>
        <span>{label}</span> {value !== undefined && <small>{value}</small>}
      </span>
      {leads && <ChevronRight aria-hidden size={20} className={css.icon} />}
    </>
  );
  return (
    <li>
      {to ? (
        <Link to={to} className={css.row}>
          {inside}
        </Link>
      ) : href ? (
        <a href={href} className={css.row}>
          {inside}
        </a>
      ) : onClick ? (
        <button type="button" onClick={onClick} className={css.row}>
          {inside}
        </button>
      ) : (
        <div className={css.row}>{inside}</div>
      )}
    </li>
  );
};
