import { CircleAlert } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import css from './ErrorSummary.module.css';

type Props = {
  title: string;
  /** `target` is the id of what to look at. */
  problems: readonly { target: string; words: string }[];
};

/** All that is wrong, in one place at the top, each with its way to the field. It takes the focus when it appears: give it a new key with each attempt. */
export const ErrorSummary = ({ title, problems }: Props) => {
  const box = useRef<HTMLDivElement>(null);
  const titleId = useId();
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView?.({ block: 'start' });
  }, []);
  return (
    <div ref={box} className={css.summary} role="alert" tabIndex={-1} aria-labelledby={titleId}>
      <h2 id={titleId}>
        <CircleAlert aria-hidden size={22} />
        {title}
      </h2>
      <ul>
        {problems.map(({ target, words }) => (
          <li key={target + words}>
            <a
              href={`#${target}`}
              onClick={(event) => {
                // The address is the router's; only the focus goes to the field.
                event.preventDefault();
                document.getElementById(target)?.focus();
              }}
            >
              {words}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};
