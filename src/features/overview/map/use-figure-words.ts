import { useTranslation } from 'react-i18next';
import { useBriefly } from '#features/overview/use-briefly.ts';
import { useUnitWords } from '#features/unit-words.ts';
import { useFormat } from '#ui/format.ts';
import type { ShownFigures, ShownRow } from './shown-figures.ts';

/** A unit's figure on a map, in words. */
export const useFigureWords = ({ measure, by }: Pick<ShownFigures, 'measure' | 'by'>, now: number) => {
  const { t } = useTranslation(['dashboard', 'measures']);
  const f = useFormat();
  const units = useUnitWords();
  const briefly = useBriefly(now);
  const counted = t(`measures:${measure}.unit`);

  const figures = ({ count, value }: ShownRow): string => {
    if (count === null) return t('dashboard:map.noData');
    const words = `${f.number(count)} ${counted}`;
    if (by === 'count') return words;
    return value === null
      ? `${words} · ${t('dashboard:map.noResidents')}`
      : `${t('dashboard:map.rate', { rate: f.number(value) })} · ${words}`;
  };
  const completeness = ({ row }: ShownRow): string => {
    const when = row.lastReceivedAt === null ? t('dashboard:map.never') : briefly(row.lastReceivedAt);
    if (row.unit.level === 'village') return when;
    return `${t('dashboard:map.teams', { some: f.number(row.teamsReported), all: f.number(row.teams) })} · ${when}`;
  };
  return {
    lines: (one: ShownRow) => [units.heading(one.row.unit), figures(one), completeness(one)],
    said: (one: ShownRow) =>
      [units.heading(one.row.unit), t(`measures:${measure}.short`), figures(one), completeness(one)].join(', '),
    /** What a tile does not show of its unit. */
    more: (one: ShownRow) => [t(`measures:${measure}.short`), figures(one), completeness(one)].join(', '),
    /** A bound or a value alone. */
    value: (value: number) => f.number(value),
  };
};
