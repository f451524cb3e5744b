import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './Empty.module.css';

/** Nothing here yet: one sentence, and what to do about it. */
export const Empty = ({
  icon: Icon,
  children,
  action,
}: {
  icon?: LucideIcon;
  children: ReactNode;
  action?: ReactNode;
}) => (
  <div className={css.empty}>
    {Icon && <Icon aria-hidden size={32} />}
    <p>{children}</p>
    {action}
  </div>
);
