import { marked, type Phrase } from '#features/guide/search.ts';
import css from './Marked.module.css';

/** A text in which what was asked for stands out. */
export const Marked = ({ text, phrases }: { text: string; phrases: readonly Phrase[] }) => (
  <>
    {marked(text, phrases).map((piece, at) =>
      piece.hit ? (
        <mark key={at} className={css.mark}>
          {piece.text}
        </mark>
      ) : (
        piece.text
      ),
    )}
  </>
);
