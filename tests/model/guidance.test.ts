import { describe, expect, test } from 'vitest';
import { guideCards, guideGroups, loudspeakerCard, serviceGuides } from '#model/guidance.ts';
import en from '../../locales/en/guidance.json' with { type: 'json' };
import vi from '../../locales/vi/guidance.json' with { type: 'json' };

/** The items of the programme's guidance, as its catalogue names them. */
const items = [
  'guide-dinh-danh-dien-tu',
  'guide-xac-thuc-dien-tu',
  'guide-vneid',
  'guide-tai-ve',
  'guide-muc-1',
  'guide-muc-2',
  'guide-chua-co-the',
  'guide-gia-tri',
  'guide-su-dung',
  'guide-kich-hoat',
  'guide-tre-em',
  'guide-giay-to',
  'guide-khong-lam-thay',
];

test('each of the 13 items of guidance is told on a card, and no card tells of another', () => {
  expect(items).toHaveLength(13);
  expect([...new Set(guideCards.flatMap(({ from }) => from))].sort()).toEqual([...items].sort());
});

test('each of the 25 essential services has its leads, as Quyết định 06 gave them: police 11, justice 4, Government Office 2', () => {
  expect(serviceGuides).toHaveLength(25);
  const led = (by: string) => serviceGuides.filter(({ lead2022 }) => lead2022 === by).length;
  expect([led('bo-cong-an'), led('bo-tu-phap'), led('vpcp'), led('evn')]).toEqual([11, 4, 2, 2]);
});

test('a ministry that was merged away in 3/2025 leads nothing without its successor being named', () => {
  const gone = ['bo-tnmt', 'bo-gtvt', 'bo-ldtbxh'];
  const without = serviceGuides.filter(({ lead2022, leadNow }) => gone.includes(lead2022) && !leadNow);
  expect(without).toEqual([]);
  const leadsNow = serviceGuides.map(({ lead2022, leadNow }) => leadNow ?? lead2022);
  expect(leadsNow.filter((body) => gone.includes(body))).toEqual([]);
});

test('what a superseded rule said names what stands in its place', () => {
  const superseded = guideCards.filter(({ insteadOf }) => insteadOf);
  expect(superseded.map(({ id }) => id)).toEqual(expect.arrayContaining(['dinh-danh', 'xac-thuc']));
  for (const { basis, insteadOf } of superseded) expect(basis.some((law) => !insteadOf!.includes(law))).toBe(true);
});

test('every age from birth to 100 finds its card, and a child of ten the one for level 2', () => {
  const about = (age: number) => guideCards.filter(({ ages }) => ages && ages[0] <= age && age <= ages[1]);
  for (let age = 0; age <= 100; age += 1) expect(about(age)).not.toEqual([]);
  expect(about(5).map(({ id }) => id)).toEqual(['tre-duoi-6']);
  expect(about(10).map(({ id }) => id)).toEqual(['muc-2-tre-em', 'muc-1']);
  expect(about(14).map(({ id }) => id)).toEqual(['muc-2', 'muc-1']);
});

describe.each([
  ['vi', vi],
  ['en', en],
])('the words of the guidance (%s)', (_language, words) => {
  test('there are some for every card, service, law and body, and for no other', () => {
    expect(Object.keys(words.cards).sort()).toEqual(guideCards.map(({ id }) => id).sort());
    expect(Object.keys(words.services)).toEqual(serviceGuides.map(({ key }) => key));
    const laws = new Set(guideCards.flatMap(({ basis, insteadOf = [] }) => [...basis, ...insteadOf]));
    expect(Object.keys(words.laws)).toEqual(expect.arrayContaining([...laws]));
    const bodies = new Set(serviceGuides.flatMap(({ lead2022, leadNow = lead2022 }) => [lead2022, leadNow]));
    expect(Object.keys(words.bodies).sort()).toEqual([...bodies].sort());
    for (const { group } of guideCards) expect(guideGroups).toContain(group);
  });

  test('a card is short enough to be read aloud: a few steps, each in one breath', () => {
    for (const [id, { steps, summary }] of Object.entries(words.cards)) {
      if (id === loudspeakerCard) continue;
      expect(steps.length).toBeGreaterThan(2);
      expect(steps.length).toBeLessThan(7);
      for (const step of steps) expect(step.split(' ').length).toBeLessThanOrEqual(24);
      expect(summary.split(' ').length).toBeLessThanOrEqual(24);
    }
  });

  test('a step marks what has weight in pairs', () => {
    for (const { steps } of Object.values(words.cards))
      for (const step of steps) expect(step.split('**').length % 2).toBe(1);
  });

  test('nobody is told to install from anywhere but the two stores', () => {
    const where = words.cards['tai-ve'].steps.join(' ');
    expect(where).toContain('App Store');
    expect(where).toMatch(/CH Play|Google Play/);
    expect(JSON.stringify(words)).not.toMatch(/\.apk|bit\.ly|https?:/i);
  });
});

test('the loudspeaker’s words last about a minute when read slowly: 140 to 170 syllables', () => {
  const syllables = vi.cards['loa-60-giay'].steps.join(' ').match(/[\p{L}\p{N}]+/gu)!;
  expect(syllables.length).toBeGreaterThanOrEqual(140);
  expect(syllables.length).toBeLessThanOrEqual(170);
});
