import { useMemo } from 'react';
import { placeAlong, type Hanging } from '#ui/place-along.ts';
import { rulerDays } from '#ui/ruler-days.ts';
import { useRoom } from '#ui/use-room.ts';
import css from './MonthRuler.module.css';

export type RulerFlag = {
  /** 'YYYY-MM-DD' */
  day: string;
  /** On the pennant: '14', or 'before 22' in Vietnamese. */
  mark: string;
  /** Whose day it is. */
  label: string;
  /** What they do on it. */
  sub: string;
  /** The viewer's own: yellow, and the way to it is drawn. */
  own: boolean;
};

type Props = {
  today: string;
  todayLabel: string;
  flags: readonly RulerFlag[];
  /** The whole ruler in words, for those who do not see it. */
  label: string;
  /** What it lies on. */
  ground?: 'cham' | 'do';
};

/** The month with its reporting days, today's ring and the way to the viewer's own next flag. */
export const MonthRuler = ({ today, todayLabel, flags, label, ground = 'cham' }: Props) => {
  const [place, { width, scale }] = useRoom<HTMLDivElement>(328);
  const days = useMemo(
    () =>
      rulerDays(
        today,
        flags.map(({ day }) => day),
      ),
    [today, flags],
  );
  const step = (width - 20) / Math.max(1, days.length - 1);
  const xOf = (day: string) => 10 + days.indexOf(day) * step;

  const size = 14 * scale;
  const wide = (text: string, bold = false) => text.length * size * (bold ? 0.58 : 0.53);
  const pennantWidth = (mark: string) => wide(mark, true) + 16;

  const pennants = flags.map(({ day, mark }) => ({
    x: xOf(day),
    width: pennantWidth(mark),
    sides: ['right', 'left'] as const,
    tiers: [1, 2, 3, 4],
    stem: true,
  }));
  const flagToday = flags.some(({ day }) => day === today);
  const todayWords: Hanging = {
    // On a flag's own day its words stand beside the pole.
    x: xOf(today) - (flagToday ? 12 : 0),
    width: wide(todayLabel, true),
    sides: flagToday ? ['left'] : ['middle', 'left', 'right'],
    tiers: [0],
    stem: false,
  };
  // Where large words leave no room beside a flag, the ring alone says today; the label says it in words.
  const withToday = placeAlong([...pennants, todayWords], width);
  const above = withToday ?? placeAlong(pennants, width);
  const below = placeAlong(
    flags.map(({ day, label: who, sub, own }) => ({
      x: xOf(day),
      width: wide(`${who} ${sub}`, own),
      sides: ['middle', 'right', 'left'] as const,
      tiers: [0, 1, 2],
      stem: true,
    })),
    width,
    6,
  );

  const row = 22 * scale;
  const topTier = Math.max(1, ...(above ?? []).map(({ tier }) => tier));
  const lineY = 4 + topTier * row + 16 + size;
  const flagY = (tier: number) => lineY - 13 - size - tier * row;
  const bottomTier = Math.max(0, ...(below ?? []).map(({ tier }) => tier));
  const labelY = (tier: number) => lineY + 10 + size + tier * (size + 5);
  const height = below ? labelY(bottomTier) + 6 : lineY + 14;
  const own = flags.find((flag) => flag.own);

  return (
    <div ref={place} className={`${css.ruler} ${css[ground]}`}>
      <svg
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing that follows the tokens cannot be an <img>
        role="img"
        aria-label={label}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        style={{ fontSize: size }}
      >
        {days
          .filter((day) => day !== today)
          .map((day) => (
            <line
              key={day}
              className={day < today ? css.past : css.tick}
              x1={xOf(day)}
              x2={xOf(day)}
              y1={lineY}
              y2={lineY - (/(01|05|[12][05]|30)$/.test(day) ? 15 : 9)}
            />
          ))}
        <line className={css.line} x1={0} x2={width} y1={lineY} y2={lineY} />
        {own && <line className={css.way} x1={xOf(today)} x2={xOf(own.day)} y1={lineY} y2={lineY} />}
        {flags.map((flag, at) => {
          const x = xOf(flag.day);
          const hung = above?.[at] ?? { tier: 1, side: 'right' };
          const y = flagY(hung.tier);
          const left = hung.side === 'left';
          const w = pennantWidth(flag.mark) * (left ? -1 : 1);
          const notch = left ? 5 : -5;
          const h = size + 5;
          return (
            <g key={flag.day + flag.mark} className={flag.own ? css.own : css.other}>
              <line className={css.pole} x1={x} x2={x} y1={lineY} y2={y} />
              <path d={`M${x} ${y} h${w} l${notch} ${h / 2} l${-notch} ${h / 2} h${-w} z`} />
              <text className={css.mark} x={x + w / 2 + notch / 2} y={y + h - 5} textAnchor="middle">
                {flag.mark}
              </text>
            </g>
          );
        })}
        {below &&
          flags.map((flag, at) => {
            const hung = below[at]!;
            const x = xOf(flag.day);
            return (
              <g key={flag.day + flag.mark} className={flag.own ? css.own : css.other}>
                {hung.tier > 0 && (
                  <line className={css.stem} x1={x} x2={x} y1={lineY + 4} y2={labelY(hung.tier) - size} />
                )}
                <text x={hung.start} y={labelY(hung.tier)} className={flag.own ? css.ownLabel : css.label}>
                  {flag.label} <tspan className={css.sub}>{flag.sub}</tspan>
                </text>
              </g>
            );
          })}
        <circle className={css.ring} cx={xOf(today)} cy={lineY} r={8} />
        {withToday && (
          <text className={css.todayLabel} x={withToday[flags.length]?.start} y={lineY - 17}>
            {todayLabel}
          </text>
        )}
      </svg>
      {!below && (
        <ul aria-hidden className={css.legend}>
          {flags.map((flag) => (
            <li key={flag.day + flag.mark} className={flag.own ? css.legendOwn : undefined}>
              <b>{flag.mark}</b> {flag.label} {flag.sub}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
