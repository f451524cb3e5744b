import { scaleBand, scaleLinear } from 'd3-scale';
import { useFormat } from '#ui/format.ts';
import css from './BarChart.module.css';

/** `part`: what of it lies before the day of the period that today is of the current one. Null: not known. */
export type Bar = { key: string; label: string; whole: number | null; part: number | null; current: boolean };

type Props = { bars: readonly Bar[] };

const size = { width: 372, height: 232 };
const margin = { top: 22, right: 4, bottom: 24, left: 48 };

/** Sums of one measure by period; the same figures stand in a table beside. */
export const BarChart = ({ bars }: Props) => {
  const f = useFormat();
  const heights = bars.map(({ whole, part }) => Math.max(whole ?? 0, part ?? 0));
  const y = scaleLinear()
    .domain([0, Math.max(1, ...heights)])
    .nice(3)
    .range([size.height - margin.bottom, margin.top]);
  const x = scaleBand()
    .domain(bars.map(({ key }) => key))
    .range([margin.left, size.width - margin.right])
    .paddingInner(0.3)
    .paddingOuter(0.15);
  const ground = y(0);
  const ticks = y.ticks(3).filter((tick) => Number.isInteger(tick));
  return (
    <svg className={css.chart} viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className={css.rule} x1={margin.left} x2={size.width} y1={y(tick)} y2={y(tick)} />
          <text className={css.tick} x={margin.left - 8} y={y(tick) + 5} textAnchor="end">
            {f.number(tick)}
          </text>
        </g>
      ))}
      {bars.map(({ key, label, whole, part, current }, at) => {
        const left = x(key) ?? 0;
        const middle = left + x.bandwidth() / 2;
        const shown = whole ?? part;
        return (
          <g key={key} className={current ? css.current : undefined}>
            {whole !== null && (
              <rect className={css.whole} x={left} width={x.bandwidth()} y={y(whole)} height={ground - y(whole)} />
            )}
            {part !== null && (
              <rect className={css.part} x={left} width={x.bandwidth()} y={y(part)} height={ground - y(part)} />
            )}
            <text className={css.count} x={middle} y={y(heights[at] ?? 0) - 6} textAnchor="middle">
              {shown === null ? '–' : f.number(shown)}
            </text>
            <text className={css.tick} x={middle} y={size.height - 5} textAnchor="middle">
              {label}
            </text>
          </g>
        );
      })}
      <line className={css.ground} x1={margin.left} x2={size.width} y1={ground} y2={ground} />
    </svg>
  );
};
