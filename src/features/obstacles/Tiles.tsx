import type { LucideIcon } from 'lucide-react';
import css from './Tiles.module.css';

type Props = {
  legend: string;
  /** The number of the step. */
  step: number;
  name: string;
  columns: 2 | 3;
  options: readonly { value: string; label: string; icon?: LucideIcon }[];
  value: string;
  onChange: (value: string) => void;
  problem?: string | undefined;
};

/** One of a few, each a tile large enough for a thumb, all in sight. */
export const Tiles = ({ legend, step, name, columns, options, value, onChange, problem }: Props) => (
  <fieldset className={css.tiles} aria-describedby={problem && `${name}-problem`}>
    <legend>
      <span aria-hidden className={css.step}>
        {step}
      </span>
      {legend}
    </legend>
    {problem && (
      <p id={`${name}-problem`} role="alert" className={css.problem}>
        {problem}
      </p>
    )}
    <div className={columns === 3 ? `${css.grid} ${css.three}` : css.grid}>
      {options.map(({ value: own, label, icon: Icon }) => (
        <label key={own} className={css.tile}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            value={own}
            checked={own === value}
            onChange={() => onChange(own)}
          />
          <span className={css.face}>
            {Icon && <Icon aria-hidden size={22} />}
            <span>{label}</span>
          </span>
        </label>
      ))}
    </div>
  </fieldset>
);
