import { createInstance } from 'i18next';
import calendarEn from '../../locales/en/calendar.json' with { type: 'json' };
import calendarVi from '../../locales/vi/calendar.json' with { type: 'json' };
import refusalsEn from '../../locales/en/refusals.json' with { type: 'json' };
import refusalsVi from '../../locales/vi/refusals.json' with { type: 'json' };
import unitsEn from '../../locales/en/units.json' with { type: 'json' };
import unitsVi from '../../locales/vi/units.json' with { type: 'json' };
import terminalEn from '../../locales/en/province/terminal.json' with { type: 'json' };
import terminalVi from '../../locales/vi/province/terminal.json' with { type: 'json' };

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];
/** A sentence by its key, in one language. `ns`: 'terminal' (if none is named), 'units', 'refusals' or 'calendar'. */
export type Words = (key: string, params?: Record<string, string | number>) => string;

const words = createInstance();
void words.init({
  fallbackLng: 'vi',
  supportedLngs: [...languages],
  initAsync: false,
  defaultNS: 'terminal',
  interpolation: { escapeValue: false },
  resources: {
    vi: { refusals: refusalsVi, units: unitsVi, terminal: terminalVi, calendar: calendarVi },
    en: { refusals: refusalsEn, units: unitsEn, terminal: terminalEn, calendar: calendarEn },
  },
});

// Codes come from data here; that no key is missing is seen by tests, not by the compiler.
const say = words.t as unknown as (key: string, options: object) => string;

export const wordsIn =
  (language: Language): Words =>
  (key, params = {}) =>
    say(key, { ns: 'terminal', ...params, lng: language });

const isLanguage = (text: string): text is Language => (languages as readonly string[]).includes(text);

/** The language of Accept-Language that we speak and that is wanted most; Vietnamese where none is. */
export const languageOf = (acceptLanguage: string | undefined): Language =>
  (acceptLanguage ?? '')
    .split(',')
    .map((wish) => {
      const [tag = '', ...parameters] = wish.split(';').map((part) => part.trim());
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { language: tag.split('-')[0]!.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ language }) => language)
    .find(isLanguage) ?? 'vi';

/** The language a terminal is set to, by the variables every system knows. */
export const languageOfTerminal = (env: NodeJS.ProcessEnv): Language =>
  /^en/i.test(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '') ? 'en' : 'vi';
