import { CircleAlert } from 'lucide-react';
import { useId, type ReactNode, type Ref, type TextareaHTMLAttributes } from 'react';
import css from './TextArea.module.css';

type Props = TextareaHTMLAttributes<HTMLTextAreaElement> & {
  label: string;
  /** Said beside the label of a field that may stay empty. */
  optional?: string | undefined;
  hint?: ReactNode;
  /** What is wrong and what to do. */
  error?: ReactNode;
  ref?: Ref<HTMLTextAreaElement>;
};

/** A field for a few sentences. */
export const TextArea = ({ label, optional, hint, error, id, rows = 3, ...rest }: Props) => {
  const own = useId();
  const field = id ?? own;
  const describedBy = [hint && `${field}-hint`, error && `${field}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={css.field}>
      <div className={css.head}>
        <label htmlFor={field}>{label}</label>
        {optional && <span className={css.optional}>{optional}</span>}
      </div>
      <textarea
        {...rest}
        rows={rows}
        id={field}
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
      />
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
