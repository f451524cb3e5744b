import type { ButtonHTMLAttributes, Ref } from 'react';
import type { LucideIcon } from 'lucide-react';
import css from './IconButton.module.css';

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label' | 'type'> & {
  /** What it does, with its object. */
  label: string;
  icon: LucideIcon;
  ref?: Ref<HTMLButtonElement>;
};

export const IconButton = ({ label, icon: Icon, className, ...rest }: Props) => (
  <button type="button" aria-label={label} className={[css.iconButton, className].filter(Boolean).join(' ')} {...rest}>
    <Icon aria-hidden size={24} />
  </button>
);
