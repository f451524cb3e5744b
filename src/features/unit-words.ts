import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Unit } from '#model/unit.ts';

type Named = Pick<Unit, 'name' | 'type' | 'demo'>;

const shortKeys = { xa: 'shortXa', phuong: 'shortPhuong', 'dac-khu': 'shortDacKhu' } as const;
const hasShort = (type: Unit['type']): type is keyof typeof shortKeys => type in shortKeys;

/** Units as they are called: within a sentence, as a heading, and short in a column of their kind. */
export const useUnitWords = () => {
  const { t } = useTranslation(['units', 'overview']);
  return useMemo(() => {
    const marked = (words: string, demo: boolean) => (demo ? t('units:demo', { unit: words }) : words);
    const said = (unit: Named) => marked(t(`units:${unit.type}`, { name: unit.name }), unit.demo);
    const short = (unit: Named) => {
      const { type, name } = unit;
      return marked(hasShort(type) ? t(`overview:${shortKeys[type]}`, { name }) : name, unit.demo);
    };
    return {
      said,
      heading: (unit: Named) => said(unit).charAt(0).toLocaleUpperCase('vi') + said(unit).slice(1),
      short,
    };
  }, [t]);
};
