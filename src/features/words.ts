import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isDay } from '#model/day.ts';
import type { Fault } from '#model/fault.ts';
import { useFormat } from '#ui/format.ts';

/** The catalogues' codes, and what can be wrong, in the person's language. */
export const useWords = () => {
  const { t } = useTranslation(['measures', 'places', 'services', 'cells', 'refusals', 'common']);
  const format = useFormat();
  return useMemo(() => {
    const measure = (code: string) => t(`measures:${code}.short`, { defaultValue: code });
    const period = (id: string) => t('common:month', { month: format.month(id) });
    return {
      measure,
      /** What follows a number in a sentence: (8) VNeID installs. */
      counted: (code: string, count: number) => t(`measures:${code}.counted`, { count, defaultValue: code }),
      unit: (code: string) => t(`measures:${code}.unit`, { defaultValue: '' }),
      place: (code: string) => t(`places:place.${code}`, { defaultValue: code }),
      channel: (code: string) => t(`places:channel.${code}`, { defaultValue: code }),
      service: (key: string) => t(`services:${key}`, { defaultValue: key }),
      /** A dimension or one of its values. */
      cell: (code: string) => t(`cells:${code}`, { defaultValue: code }),
      period,
      /** A fault or a refusal as a sentence that says what to do. */
      refusal: ({ code, params, message }: Pick<Fault, 'params'> & { code: string; message?: string }) => {
        const said: Record<string, string> = {};
        for (const [name, value] of Object.entries(params)) {
          if (name === 'measure') said[name] = measure(String(value));
          else if (name === 'period') said[name] = period(String(value));
          else if (isDay(String(value))) said[name] = format.dayLong(String(value));
          else if (name === 'service') said[name] = t(`services:${value}`, { defaultValue: String(value) });
          else said[name] = typeof value === 'number' ? format.number(value) : value;
        }
        // A province newer than this app may refuse for a reason that came later, and says it in words.
        return t(`refusals:${code}`, { ...said, defaultValue: message ?? code });
      },
    };
  }, [t, format]);
};

export type Words = ReturnType<typeof useWords>;
