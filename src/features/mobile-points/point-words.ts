import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldName, Json } from '#model/record.ts';
import type { Hours, MobilePoint } from '#model/records/mobile-point.ts';
import { useFormat } from '#ui/format.ts';

/** Mobile points in the person's language. */
export const usePointWords = () => {
  const { t } = useTranslation('mobile-points');
  const f = useFormat();
  return useMemo(() => {
    const what = (code: string) => t(`what.${code as 'muc2'}`, { defaultValue: code });
    const hours = ({ from, to }: Hours) => `${from}–${to}`;
    return {
      what,
      hours,
      name: ({ what: code, day }: Pick<MobilePoint, 'what' | 'day'>) => `${what(code)} ${f.day(day)}`,
      field: (name: FieldName) => t(`field.${name as 'day'}`, { defaultValue: name }),
      /** A field's value, as in "before, 07:30–11:00". */
      value: (field: FieldName, value: Json): string => {
        if (field === 'what') return what(String(value));
        if (field === 'day') return f.weekday(String(value));
        if (field === 'hours') return hours(value as Hours);
        if (field === 'capacity') return value === 0 ? t('unsaid') : f.number(Number(value));
        if (field === 'cancelled') return value === null ? t('officer.restore') : t('cancelled');
        return typeof value === 'number' ? f.number(value) : String(value || t('unsaid'));
      },
    };
  }, [t, f]);
};
export type PointWords = ReturnType<typeof usePointWords>;
