import { Check } from 'lucide-react';
import { useId } from 'react';
import css from './Choices.module.css';

type Props<Value extends string> = {
  legend: string;
  /** For when the legend stands above already, as a sheet's title does. */
  legendHidden?: boolean;
  name: string;
  options: readonly { value: Value; label: string; hint?: string }[];
  value: Value | undefined;
  onChange: (value: Value) => void;
};

/** One of a few, all in sight: no dropdown under seven options. */
export const Choices = <Value extends string>({
  legend,
  legendHidden = false,
  name,
  options,
  value,
  onChange,
}: Props<Value>) => {
  const id = useId();
  return (
    <fieldset className={css.choices}>
      <legend className={legendHidden ? 'visually-hidden' : css.legend}>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={css.choice}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            aria-describedby={option.hint ? `${id}-${option.value}` : undefined}
          />
          <span className={css.words}>
            {option.label}
            {option.hint && <small id={`${id}-${option.value}`}>{option.hint}</small>}
          </span>
          <Check aria-hidden size={22} className={css.tick} />
        </label>
      ))}
    </fieldset>
  );
};
