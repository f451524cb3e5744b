import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { flagsOf, type Flag } from '#model/reporting-calendar.ts';
import type { ProvinceSettings } from '#model/settings.ts';
import type { RulerFlag } from '#ui/MonthRuler.tsx';

/** The four flags of the period whose own flag is next, in words; the own one marked. */
export const useRulerFlags = ({ period, step: own }: Pick<Flag, 'period' | 'step'>, settings: ProvinceSettings) => {
  const { t } = useTranslation('today');
  return useMemo(
    (): RulerFlag[] =>
      flagsOf(period, settings).map(({ step, marked, rule }) => ({
        day: marked,
        mark: t(`ruler.${rule}`, { day: Number(marked.slice(8)) }),
        label: t(`ruler.${step}.label`),
        sub: t(`ruler.${step}.sub`),
        own: step === own,
      })),
    [period, own, settings, t],
  );
};
