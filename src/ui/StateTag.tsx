import { CheckCheck, CircleAlert, Lock, Pencil, Smartphone, Undo2, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './StateTag.module.css';

export type State = 'draft' | 'onPhone' | 'received' | 'closed' | 'needsAttention' | 'withdrawn';

const icons: Record<State, LucideIcon> = {
  draft: Pencil,
  onPhone: Smartphone,
  received: CheckCheck,
  closed: Lock,
  needsAttention: CircleAlert,
  withdrawn: Undo2,
};

/** Where something is, as an icon and a word: never a colour alone. */
export const StateTag = ({ state, children }: { state: State; children: ReactNode }) => {
  const Icon = icons[state];
  return (
    <span className={`${css.tag} ${css[state]}`}>
      <Icon aria-hidden size={18} />
      {children}
    </span>
  );
};
