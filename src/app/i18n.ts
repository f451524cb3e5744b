import { createInstance, type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { preferences, whenPreferred } from '#ui/preferences.ts';

type Words = { default: object };

/** Vietnamese comes with the app; the officers' words and English come when asked for. A new file needs no line here. */
const withTheApp = import.meta.glob<Words>(['/locales/vi/*.json', '!/locales/vi/overview.json'], { eager: true });
const onDemand = import.meta.glob<Words>(['/locales/vi/overview.json', '/locales/en/*.json']);

const namespaceOf = (path: string) => path.slice(path.lastIndexOf('/') + 1, -'.json'.length);

const fromChunks: BackendModule = {
  type: 'backend',
  init: () => undefined,
  // Two parameters and a promise: i18next then waits for the promise instead of a callback.
  read: async (language: string, namespace: string) =>
    (await onDemand[`/locales/${language}/${namespace}.json`]?.())?.default ?? {},
};

export const i18n = createInstance();

void i18n
  .use(initReactI18next)
  .use(fromChunks)
  .init({
    lng: preferences().language,
    fallbackLng: 'vi',
    supportedLngs: ['vi', 'en'],
    partialBundledLanguages: true,
    initAsync: false,
    ns: ['common'],
    defaultNS: 'common',
    resources: {
      vi: Object.fromEntries(Object.entries(withTheApp).map(([path, words]) => [namespaceOf(path), words.default])),
    },
    interpolation: { escapeValue: false },
  });

whenPreferred(() => {
  const { language } = preferences();
  if (language !== i18n.language) void i18n.changeLanguage(language);
});
