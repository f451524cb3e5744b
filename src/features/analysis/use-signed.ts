import { useTranslation } from 'react-i18next';
import { useFormat } from '#ui/format.ts';

const minus = '\u2212';

/** More or less than before, with its sign: +12, −3, and in percent of what it was. */
export const useSigned = () => {
  const f = useFormat();
  const { t } = useTranslation('analysis');
  const sign = (value: number) => (value > 0 ? '+' : value < 0 ? minus : '');
  return {
    number: (value: number) => sign(value) + f.number(Math.abs(value)),
    percent: (ratio: number) => {
      const rounded = Math.round(ratio * 1000) / 10;
      return sign(rounded) + t('percent', { number: f.number(Math.abs(rounded)) });
    },
  };
};
