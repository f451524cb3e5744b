import { ChevronRight } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { Link } from 'react-router';
import css from './Section.module.css';

type Props = { title: string; more?: { to: string; label: string }; children: ReactNode };

/** A part of the day's page, and where the rest of it is. */
export const Section = ({ title, more, children }: Props) => {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className={css.head}>
        <h2 id={id}>{title}</h2>
        {more && (
          <Link to={more.to} className={css.more}>
            {more.label}
            <span className="visually-hidden">, {title}</span>
            <ChevronRight aria-hidden size={18} />
          </Link>
        )}
      </div>
      {children}
    </section>
  );
};
