import { ChevronDown } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import css from './Disclosure.module.css';

type Props = {
  title: string;
  icon?: ReactNode;
  open: boolean;
  onToggle: (open: boolean) => void;
  level?: 'page' | 'inner';
  children: ReactNode;
};

/** A part most people leave closed. */
export const Disclosure = ({ title, icon, open, onToggle, level = 'page', children }: Props) => {
  const id = useId();
  return (
    <div className={css[level]}>
      <button
        type="button"
        className={css.title}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => onToggle(!open)}
      >
        {icon}
        <span>{title}</span>
        <ChevronDown aria-hidden size={20} className={open ? css.opened : undefined} />
      </button>
      {open && <div id={id}>{children}</div>}
    </div>
  );
};
