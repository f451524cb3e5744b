import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './Tick.module.css';

type Props = {
  checked: boolean;
  /** What a tick means here, where no words stand beside it. */
  label?: string;
  children?: ReactNode;
  onChange: (checked: boolean) => void;
};

/** A box to tick with one tap, as large as a thumb. */
export const Tick = ({ checked, label, children, onChange }: Props) => (
  <label className={children ? `${css.tick} ${css.wide}` : css.tick}>
    <input
      type="checkbox"
      className={css.input}
      checked={checked}
      aria-label={label}
      onChange={(event) => onChange(event.target.checked)}
    />
    <span aria-hidden className={checked ? `${css.box} ${css.checked}` : css.box}>
      {checked && <Check size={20} strokeWidth={3} />}
    </span>
    {children && <span className={checked ? css.doneWords : undefined}>{children}</span>}
  </label>
);
