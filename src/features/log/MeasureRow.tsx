import { Hash } from 'lucide-react';
import { useWords } from '#features/words.ts';
import type { Measure } from '#model/indicator.ts';
import { Problem } from './Problem.tsx';
import { errorId, fieldId } from './field-id.ts';
import { measureIcons } from './measure-icons.ts';
import { CountStepper } from './CountStepper.tsx';
import css from './MeasureRow.module.css';

type Props = { measure: Measure; text: string; onText: (text: string) => void; problem?: string | undefined };

/** One thing to count: icon, two-word noun, unit, and how many. */
export const MeasureRow = ({ measure, text, onText, problem }: Props) => {
  const words = useWords();
  const Icon = measureIcons[measure] ?? Hash;
  const name = words.measure(measure);
  const counted = !['', '0'].includes(text);
  return (
    <li className={counted ? `${css.row} ${css.counted}` : css.row}>
      <span className={css.icon}>
        <Icon aria-hidden size={20} />
      </span>
      <label htmlFor={fieldId(measure)} className={css.noun}>
        <b>
          {name.split(': ').map((part, at, parts) => (
            <span key={part}>{at < parts.length - 1 ? `${part}: ` : part}</span>
          ))}
        </b>
        <small>{words.unit(measure)}</small>
      </label>
      <CountStepper id={fieldId(measure)} what={name} text={text} onText={onText} error={problem && errorId(measure)} />
      <Problem of={measure} words={problem} />
    </li>
  );
};
