import { cleanup, render } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, test } from 'vitest';
import { i18n } from '#app/i18n.ts';
import '../support/words.ts';
import { Hero } from '#features/today/Hero.tsx';
import { addDays } from '#model/day.ts';
import { roles } from '#model/person.ts';
import { flagsOf, nextFlag } from '#model/reporting-calendar.ts';
import { defaultSettings, type ProvinceSettings } from '#model/settings.ts';
import { placeAlong, type Hanging, type Hung } from '#ui/place-along.ts';
import { rulerDays } from '#ui/ruler-days.ts';
import { situationOf } from '../support/situations.ts';

afterEach(cleanup);

const everyDay = Array.from({ length: 365 }, (_, at) => addDays('2026-01-01', at));
const calendarMonths: ProvinceSettings = { ...defaultSettings, periodKind: 'calendarMonth' };

test('on every day of a year, for every role, the ruler holds today and all flags of the next reporting', () => {
  const wrong: string[] = [];
  for (const settings of [defaultSettings, calendarMonths]) {
    for (const role of roles) {
      for (const today of everyDay) {
        const next = nextFlag(role, today, settings);
        const flags = flagsOf(next.period, settings).map(({ marked }) => marked);
        const days = rulerDays(today, flags);
        const holds = [today, next.marked, ...flags].every((day) => days.includes(day));
        const inOrder = days.every((day, at) => at === 0 || day > days[at - 1]!);
        if (!holds || !inOrder || days.length > 62) wrong.push(`${role} ${today} ${settings.periodKind}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('on every day of a year the ruler is drawn, and says in words what it draws', { timeout: 60_000 }, () => {
  const page = (today: string) => (
    <I18nextProvider i18n={i18n}>
      <MemoryRouter>
        <Hero me={situationOf()} today={today} />
      </MemoryRouter>
    </I18nextProvider>
  );
  const { container, rerender } = render(page(everyDay[0]!));
  for (const today of everyDay) {
    rerender(page(today));
    const drawing = container.querySelector('[role=img]');
    expect(drawing?.getAttribute('aria-label')).toMatch(
      /^Hôm nay \d+\/\d+\. 14: Tổ → xã; 15: Xã → tỉnh; 20: .*; trước 22: /,
    );
    expect(drawing?.querySelector('circle')?.getAttribute('cx')).toMatch(/^\d+(\.\d+)?$/);
    const { daysLeft } = nextFlag('villageMember', today, defaultSettings);
    expect(container.textContent).toContain(daysLeft === 0 ? 'Hôm nay là hạn' : `Còn ${daysLeft} ngày`);
  }
});

const spread = (one: Hanging, at: Hung): [number, number] => [at.start, at.start + one.width];

test('what hangs on a line never lies over its neighbour, nor outside, nor under a stem', () => {
  const words = (x: number, width: number): Hanging => ({
    x,
    width,
    sides: ['middle', 'right', 'left'],
    tiers: [0, 1, 2],
    stem: true,
  });
  const items = [words(150, 60), words(158, 66), words(200, 150), words(216, 88)];
  const places = placeAlong(items, 328);
  expect(places).toHaveLength(4);
  const outside = places?.filter((place, at) => place.start < 0 || place.start + items[at]!.width > 328);
  expect(outside).toEqual([]);

  const pairs = (places ?? []).flatMap((place, at) =>
    (places ?? []).flatMap((other, of) => (of === at ? [] : [{ place, at, other, of }])),
  );
  const overlapping = pairs.filter(({ place, at, other, of }) => {
    const [start, end] = spread(items[at]!, place);
    const [from, to] = spread(items[of]!, other);
    return other.tier === place.tier && from < end && start < to;
  });
  const underStem = pairs.filter(({ place, at, other, of }) => {
    const [start, end] = spread(items[at]!, place);
    return other.tier > place.tier && items[of]!.x > start && items[of]!.x < end;
  });
  expect(pairs).toHaveLength(12);
  expect(overlapping).toEqual([]);
  expect(underStem).toEqual([]);
});

test('where there is no room at all, it says so instead of drawing words over words', () => {
  const wide: Hanging = { x: 50, width: 90, sides: ['right', 'left'], tiers: [0], stem: false };
  expect(placeAlong([wide, { ...wide, x: 60 }], 100)).toBeUndefined();
});
