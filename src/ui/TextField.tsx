import { CircleAlert } from 'lucide-react';
import { useId, type InputHTMLAttributes, type ReactNode, type Ref } from 'react';
import css from './TextField.module.css';

type Props = InputHTMLAttributes<HTMLInputElement> & {
  label: string;
  /** Said beside the label of a field that may stay empty. */
  optional?: string | undefined;
  hint?: ReactNode;
  /** What is wrong and what to do. */
  error?: ReactNode;
  /** Stands in the field, at its end. */
  side?: ReactNode;
  ref?: Ref<HTMLInputElement>;
};

export const TextField = ({ label, optional, hint, error, side, id, className, ...rest }: Props) => {
  const own = useId();
  const field = id ?? own;
  const describedBy = [hint && `${field}-hint`, error && `${field}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={css.field}>
      <div className={css.head}>
        <label htmlFor={field}>{label}</label>
        {optional && <span className={css.optional}>{optional}</span>}
      </div>
      <div className={error ? `${css.frame} ${css.wrong}` : css.frame}>
        <input
          type="text"
          {...rest}
          id={field}
          className={className}
          aria-describedby={describedBy}
          aria-invalid={error ? true : undefined}
        />
        {side}
      </div>
      {error && (
        <p id={`${field}-error`} className={css.error}>
          <CircleAlert aria-hidden size={18} />
          <span>{error}</span>
        </p>
      )}
      {hint && (
        <div id={`${field}-hint`} className={css.hint}>
          {hint}
        </div>
      )}
    </div>
  );
};
