import { expect, test } from 'vitest';
import { dimensionValues, indicators, limitsOf, measures } from '#model/indicator.ts';
import { channels, places, placesOfLevel2, usualChannel } from '#model/place.ts';
import { otherService, serviceKeys, services } from '#model/service.ts';
import { defaultSettings } from '#model/settings.ts';
import measuresEn from '../../locales/en/measures.json' with { type: 'json' };
import placesEn from '../../locales/en/places.json' with { type: 'json' };
import servicesEn from '../../locales/en/services.json' with { type: 'json' };
import measuresVi from '../../locales/vi/measures.json' with { type: 'json' };
import placesVi from '../../locales/vi/places.json' with { type: 'json' };
import servicesVi from '../../locales/vi/services.json' with { type: 'json' };

test('the programme counts 19 indicators, stored as 20 measures because satisfaction is a ratio of two', () => {
  expect(indicators).toHaveLength(19);
  expect(measures).toHaveLength(20);
  expect(new Set(measures).size).toBe(20);
  expect(indicators.filter(({ measures: parts }) => parts.length > 1).map(({ code }) => code)).toEqual(['HAI_LONG']);
});

test('every measure is asked about before it is refused', () => {
  for (const measure of measures) {
    const { ask, refuse } = limitsOf(measure)!;
    expect(ask).toBeGreaterThan(0);
    expect(refuse).toBeGreaterThan(ask);
  }
});

test('cells are cut only along the dimensions there are', () => {
  for (const { dimensions } of indicators)
    for (const dimension of dimensions) expect(Object.keys(dimensionValues)).toContain(dimension);
});

test('the 25 essential services of Hà Tĩnh’s appendix stand under the keys of Quyết định 06, in its order', () => {
  expect(services.map(({ key }) => key)).toEqual([
    'xac-nhan-so-cmnd',
    'cap-lai-doi-cccd',
    'dang-ky-thuong-tru',
    'dang-ky-tam-tru',
    'khai-bao-tam-vang',
    'thong-bao-luu-tru',
    'dang-ky-bien-so-mo-to',
    'nop-phat-nguoi',
    'dang-ky-khai-sinh',
    'dang-ky-khai-tu',
    'dang-ky-ket-hon',
    'ho-chieu-pho-thong',
    'con-dau-moi',
    'con-dau-thu-nho',
    'lien-thong-khai-sinh',
    'lien-thong-khai-tu',
    'gia-han-bhyt-ho-gia-dinh',
    'dang-ky-thue',
    'bien-dong-dat-dai',
    'giay-phep-lai-xe',
    'du-thi-thpt',
    'ly-lich-tu-phap',
    'tro-cap-that-nghiep',
    'cap-dien-moi',
    'doi-chu-the-hop-dong-dien',
  ]);
  expect(serviceKeys).toHaveLength(26);
  expect(serviceKeys).toContain(otherService);
});

test.each([
  ['vi', measuresVi, servicesVi, placesVi],
  ['en', measuresEn, servicesEn, placesEn],
])(
  'every measure, service, place and channel has its words (%s)',
  (_language, measureWords, serviceWords, placeWords) => {
    expect(Object.keys(measureWords)).toEqual(measures);
    for (const words of Object.values(measureWords)) {
      for (const part of ['short', 'unit', 'full'] as const) expect(words[part].trim()).not.toBe('');
    }
    expect(Object.keys(serviceWords)).toEqual(serviceKeys);
    expect(Object.keys(placeWords.place)).toEqual([...places]);
    expect(Object.keys(placeWords.channel)).toEqual([...channels]);
    for (const words of [serviceWords, placeWords.place, placeWords.channel])
      for (const word of Object.values<string>(words)) expect(word.trim()).not.toBe('');
  },
);

test('each place proposes a channel there is, and level 2 is captured at places there are', () => {
  for (const place of places) expect(channels).toContain(usualChannel[place]);
  for (const place of placesOfLevel2) expect(places).toContain(place);
});

test('what is off at first is a measure there is, and no core one', () => {
  for (const measure of defaultSettings.measuresOff) expect(measures).toContain(measure);
  const core = indicators.filter((indicator) => indicator.core).map(({ code }) => code);
  expect(core.filter((measure) => defaultSettings.measuresOff.includes(measure))).toEqual([]);
});
