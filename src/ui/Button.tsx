import type { ButtonHTMLAttributes, Ref } from 'react';
import type { LucideIcon } from 'lucide-react';
import css from './Button.module.css';

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** `primary` the one thing to do here, `strong` an action, `quiet` a way out, `danger` something taken away. */
  look?: 'primary' | 'strong' | 'quiet' | 'danger';
  icon?: LucideIcon;
  ref?: Ref<HTMLButtonElement>;
};

export const Button = ({ look = 'quiet', icon: Icon, children, className, type = 'button', ...rest }: Props) => (
  // eslint-disable-next-line react/button-has-type -- the three types are the attribute's own
  <button type={type} className={[css.button, css[look], className].filter(Boolean).join(' ')} {...rest}>
    {Icon && <Icon aria-hidden size={look === 'primary' ? 24 : 20} />}
    {children}
  </button>
);
