import { ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import css from './Lines.module.css';

type Props = {
  legend: string;
  hint?: string;
  error?: string | false;
  /** Names one line by its number. */
  label: (number: number) => string;
  add: string;
  lines: readonly string[];
  most: number;
  longest: number;
  onChange: (lines: string[]) => void;
};

/** A list of sentences, each in a box of its own; they move up, go, and new ones come at the end. */
export const Lines = ({ legend, hint, error, label, add, lines, most, longest, onChange }: Props) => {
  const { t } = useTranslation('guide');
  const set = (at: number, text: string) => onChange(lines.map((line, i) => (i === at ? text : line)));
  const up = (at: number) => {
    const next = [...lines];
    [next[at - 1], next[at]] = [lines[at]!, lines[at - 1]!];
    onChange(next);
  };
  return (
    <fieldset className={css.lines}>
      <legend>{legend}</legend>
      {hint && <p className={css.hint}>{hint}</p>}
      {error && <p className={css.error}>{error}</p>}
      <ol>
        {lines.map((line, at) => (
          // A line has no name but its place.
          <li key={at}>
            <textarea
              rows={2}
              aria-label={label(at + 1)}
              maxLength={longest}
              value={line}
              onChange={(event) => set(at, event.target.value)}
            />
            <IconButton
              icon={ArrowUp}
              label={t('editor.up', { what: label(at + 1) })}
              disabled={at === 0}
              onClick={() => up(at)}
            />
            <IconButton
              icon={Trash2}
              label={t('editor.remove', { what: label(at + 1) })}
              onClick={() => onChange(lines.filter((_, i) => i !== at))}
            />
          </li>
        ))}
      </ol>
      {lines.length < most && (
        <Button icon={Plus} onClick={() => onChange([...lines, ''])}>
          {add}
        </Button>
      )}
    </fieldset>
  );
};
