import { CircleAlert } from 'lucide-react';
import { errorId } from './field-id.ts';
import css from './Problem.module.css';

/** What is wrong with a field and what to do, beside the field. */
export const Problem = ({ of, words }: { of: string; words: string | undefined }) =>
  words ? (
    <p id={errorId(of)} className={css.problem}>
      <CircleAlert aria-hidden size={18} />
      {words}
    </p>
  ) : null;
