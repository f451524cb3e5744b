import { createInstance, type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { preferences, whenPreferred } from '#ui/preferences.ts';

type Words = { default: object };

/** What every screen says, and the first of them. All other words come with the place that says them. */
const withTheApp = import.meta.glob<Words>('/locales/vi/{common,states,units,update}.json', { eager: true });
const onDemand = import.meta.glob<Words>([
  '/locales/{vi,en}/*.json',
  '!/locales/vi/{common,states,units,update}.json',
  // As in officers-words.ts: a village's phone carries none of these.
  '!/locales/{vi,en}/{access,analysis,area,audit,dashboard,devices,holding-box,overview,plans,settings,table,target-setting,unit-picker,urging}.json',
]);

/** Makes more files of words known; each is still fetched only when a place says them. */
export const knowWords = (files: typeof onDemand): void => void Object.assign(onDemand, files);

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
