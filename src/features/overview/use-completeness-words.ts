import { useTranslation } from 'react-i18next';
import { hasData, rowsWithData } from '#features/overview/completeness.ts';
import { useBriefly } from '#features/overview/use-briefly.ts';
import type { Figures } from '#store/officer-pages.ts';
import { useFormat } from '#ui/format.ts';

const keys = {
  province: { some: 'completeProvince', nothing: 'nothingYetProvince' },
  commune: { some: 'completeCommune', nothing: 'nothingYetCommune' },
  village: { some: 'completeVillage', nothing: 'nothingYetVillage' },
} as const;

/** How complete and how fresh a unit's sums are, in a sentence, and what its devices said. */
export const useCompletenessWords = (now: number) => {
  const { t } = useTranslation('overview');
  const f = useFormat();
  const briefly = useBriefly(now);

  const complete = (figures: Figures): string => {
    const { some, nothing } = keys[figures.unit.level];
    if (!hasData(figures)) return t(nothing);
    const words = { some: f.number(rowsWithData(figures)), all: f.number(figures.rows.length) };
    const teams = { teams: f.number(figures.teamsReported), allTeams: f.number(figures.teams) };
    return t(some, { ...words, ...teams, count: figures.entries });
  };
  return {
    complete,
    asOf: (figures: Figures) => t('asOf', { when: f.instant(figures.asOf * 1000, now) }),
    devices: ({ devicesSeenAt, devicesWaiting }: Figures): string => {
      if (devicesSeenAt === null) return t('devicesNever');
      const when = briefly(devicesSeenAt);
      return devicesWaiting === 0
        ? t('devicesSaidDone', { when })
        : t('devicesSaidHold', { when, count: devicesWaiting });
    },
  };
};
