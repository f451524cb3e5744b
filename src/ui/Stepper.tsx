import { Minus, Plus } from 'lucide-react';
import { useRef } from 'react';
import { useHold } from '#ui/use-hold.ts';
import css from './Stepper.module.css';

type Props = {
  id: string;
  /** Said by the group, the keypad field and the buttons, each with its object. */
  labels: { group: string; amount: string; more: string; less: string };
  /** As typed. */
  text: string;
  /** What `text` comes to; NaN when it is no number. */
  count: number;
  onText: (text: string) => void;
  /** "+" rests here; a typed number may still be higher, and is then told so by whoever asked. */
  most?: number;
  /** The id of the sentence that says what is wrong. */
  error?: string | undefined;
};

/** A count: one tap more, one tap less, held for many, or the number itself for the keypad. */
export const Stepper = ({ id, labels, text, count, onText, most = Number.MAX_SAFE_INTEGER, error }: Props) => {
  const plus = useRef<HTMLButtonElement>(null);
  const known = Number.isNaN(count) ? Math.max(0, parseInt(text, 10) || 0) : count;
  const stepTo = (wished: number) => {
    const next = Math.max(0, Math.min(wished, Math.max(most, known)));
    // "−" goes at zero; what had the focus must not vanish under it.
    if (next === 0 && known > 0) plus.current?.focus();
    if (next !== known) onText(String(next));
  };
  const more = useHold((by) => stepTo(known + by));
  const less = useHold((by) => stepTo(known - by));
  const atMost = known >= most;

  return (
    <fieldset className={css.stepper} aria-label={labels.group}>
      <button
        type="button"
        className={css.step}
        aria-label={labels.less}
        disabled={known === 0 && !Number.isNaN(count)}
        {...less}
      >
        <Minus aria-hidden size={24} />
      </button>
      <input
        id={id}
        className={css.count}
        // Wide enough for what is in it, and never narrower than a finger.
        style={{ width: `max(3rem, ${Math.min(text.length, 7)}ch + 0.75rem)` }}
        inputMode="numeric"
        autoComplete="off"
        enterKeyHint="next"
        value={text}
        aria-label={labels.amount}
        aria-invalid={error ? true : undefined}
        aria-describedby={error}
        onChange={(event) => onText(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => text.trim() === '' && onText('0')}
        onKeyDown={(event) => {
          const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
          if (!by) return;
          event.preventDefault();
          stepTo(known + by);
        }}
      />
      <button
        ref={plus}
        type="button"
        className={`${css.step} ${css.more}`}
        aria-label={labels.more}
        aria-disabled={atMost || undefined}
        {...more}
      >
        <Plus aria-hidden size={24} />
      </button>
    </fieldset>
  );
};
