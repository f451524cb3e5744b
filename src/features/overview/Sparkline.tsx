import css from './Sparkline.module.css';

type Props = {
  /** Added up from the first day on: as many as days are gone. */
  current: readonly number[];
  /** The same of the period before, for all its days. */
  before: readonly number[];
  days: number;
};

const [width, height, edge] = [120, 32, 3];

/** How a figure grew, day by day, and how the period before did. The figures stand beside it in words. */
export const Sparkline = ({ current, before, days }: Props) => {
  const top = Math.max(1, ...current, ...before);
  const long = Math.max(days, before.length, 2) - 1;
  const x = (at: number) => edge + (at * (width - 2 * edge)) / long;
  const y = (value: number) => height - edge - (value * (height - 2 * edge)) / top;
  const line = (values: readonly number[]) =>
    values.map((value, at) => `${at === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`).join('');
  const last = current.length - 1;
  return (
    <svg aria-hidden className={css.line} viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      {before.length > 1 && <path className={css.before} d={line(before)} />}
      {current.length > 1 && <path className={css.current} d={line(current)} />}
      {last >= 0 && <circle className={css.now} cx={x(last)} cy={y(current[last]!)} r="3.2" />}
    </svg>
  );
};
