import { Weighted } from '#features/guide/Weighted.tsx';
import css from './Steps.module.css';

type Props = { steps: readonly string[]; large?: boolean; lang?: string | undefined };

/** What to do, one after another. */
export const Steps = ({ steps, large = false, lang }: Props) => (
  <ol lang={lang} className={large ? `${css.steps} ${css.large}` : css.steps}>
    {steps.map((step, at) => (
      <li key={at}>
        <b aria-hidden className={css.number}>
          {at + 1}
        </b>
        <p>
          <Weighted text={step} />
        </p>
      </li>
    ))}
  </ol>
);
