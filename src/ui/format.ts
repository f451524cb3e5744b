import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { capital } from '#ui/capital.ts';

const zone = 'Asia/Ho_Chi_Minh';
const oneDay = 24 * 60 * 60 * 1000;

/** A calendar day, 'YYYY-MM-DD', is read as such: no time zone moves it. */
const utcNoon = (day: string) => Date.parse(`${day}T12:00:00Z`);

const languages = { vi: 'vi-VN', en: 'en-GB' } as const;

/**
 * Numbers and times as people here write them: 1.204 · 0,5 · 12/11. Days are
 * 'YYYY-MM-DD', instants milliseconds since 1970, told in Vietnam's time.
 */
export const useFormat = () => {
  const { t, i18n } = useTranslation('common');
  const english = i18n.language === 'en';
  return useMemo(() => {
    const locale = english ? languages.en : languages.vi;
    const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
    const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
    const months = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' });

    const dayOf = (instant: number) => calendar.format(instant);
    const day = (of: string) =>
      english ? months.format(utcNoon(of)) : `${Number(of.slice(8))}/${Number(of.slice(5, 7))}`;
    const weekdayName = (of: string) => t(`weekdays.${new Date(utcNoon(of)).getUTCDay() as 0 | 1 | 2 | 3 | 4 | 5 | 6}`);
    const weekday = (of: string) => `${weekdayName(of)} ${day(of)}`;
    const dayLong = (of: string) => (english ? `${day(of)} ${of.slice(0, 4)}` : `${day(of)}/${of.slice(0, 4)}`);
    const time = (instant: number) => clock.format(instant);
    return {
      number: (value: number) => numbers.format(value),
      /** Of a ratio: 0.7 is 70%. */
      percent: (ratio: number) => percents.format(ratio),
      day,
      dayLong,
      weekdayName,
      weekday,
      /** The weekday at the head of a line. */
      heading: (of: string) => capital(weekday(of)),
      /** From 'YYYY-MM': the month's name in English, its number in Vietnamese, where the sentence says the rest. */
      month: (period: string) =>
        english
          ? new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long' }).format(utcNoon(`${period}-01`))
          : String(Number(period.slice(5, 7))),
      time,
      instant: (instant: number, now: number) => {
        const of = dayOf(instant);
        if (of === dayOf(now)) return `${time(instant)} ${t('today')}`;
        if (of === dayOf(now - oneDay)) return `${time(instant)} ${t('yesterday')}`;
        if (of.slice(0, 4) !== dayOf(now).slice(0, 4)) return `${time(instant)} ${dayLong(of)}`;
        return `${time(instant)} ${weekday(of)}`;
      },
      span: (first: string, last: string) => `${day(first)}–${day(last)}`,
    };
  }, [t, english]);
};

export type Format = ReturnType<typeof useFormat>;
