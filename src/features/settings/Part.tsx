import { useId, type ReactNode } from 'react';
import css from './Settings.module.css';

/** Settings that belong together, under what they are about. */
export const Part = ({ title, children }: { title: string; children: ReactNode }) => {
  const id = useId();
  return (
    <section aria-labelledby={id} className={css.part}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
};
