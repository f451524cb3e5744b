import { describe, expect, test } from 'vitest';
import { metricFor, planGroups, planOf, planPeriodOf, plans, planTargets, type Plan } from '#model/plan-target.ts';
import { target, targetName } from '#model/records/target.ts';

const counts: Record<Plan, number> = { national: 56, hatinh: 48, backan: 51, district: 48 };

describe.each(plans)('the targets of %s', (plan) => {
  test('are all there, each under its own id and code', async () => {
    const all = await planTargets(plan);
    expect(all).toHaveLength(counts[plan]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(counts[plan]);
    expect(new Set(all.map(({ code }) => code)).size).toBe(counts[plan]);
    for (const { id, group } of all) {
      expect(planOf(id)).toBe(plan);
      expect(planGroups).toContain(group);
    }
  });

  test('have words, in composed letters, and periods a target of a unit can be named by', async () => {
    for (const item of await planTargets(plan)) {
      expect(item.text.trim()).not.toBe('');
      expect(item.text.normalize('NFC')).toBe(item.text);
      expect(target.name!.test(targetName({ goal: item.id, unit: '42', period: planPeriodOf(item) }))).toBe(true);
    }
  });

  test('name numbers that can be held against a year', async () => {
    for (const { metrics } of await planTargets(plan))
      for (const { value, due, of } of metrics) {
        expect(value).toBeGreaterThan(0);
        expect(due).toMatch(/^20\d\d(-Q[1-4])?$/);
        expect(of).not.toBe('');
      }
  });
});

test.each<[Plan, number, number]>([
  ['national', 40_000_000, 60_000_000],
  ['hatinh', 600_000, 1_000_000],
  ['backan', 300_000, 340_000],
  ['district', 27_000, 30_000],
])('%s wants more accounts than %i by 2025 and than %i by 2030', async (plan, by2025, by2030) => {
  const accounts = (await planTargets(plan))
    .flatMap(({ metrics }) => metrics)
    .filter(({ unit }) => unit === 'accounts');
  expect(accounts.map(({ op, value, due }) => [op, value, due])).toEqual([
    ['>', by2025, '2025'],
    ['>', by2030, '2030'],
  ]);
});

test('a commune is asked for 60 of a hundred files in 2025 where the province is asked for 90', async () => {
  const files = (await planTargets('hatinh')).find(({ id }) => id === 'target-hatinh-a-2023-2025-09')!;
  expect(metricFor(files, 'commune')?.value).toBe(60);
  expect(metricFor(files, 'village')?.value).toBe(60);
  expect(metricFor(files, 'province')?.value).toBe(90);
});

test('nine in ten people are to be satisfied, in every plan', async () => {
  for (const plan of plans) {
    const satisfied = (await planTargets(plan)).find(({ id }) => id === `target-${plan}-a-2023-2025-07`)!;
    expect(satisfied.metrics.map(({ op, value }) => [op, value])).toEqual([['>=', 90]]);
  }
});

test('a period is named by its years, and one without an end stays open', () => {
  expect(planPeriodOf({ from: 2022, to: 2022 })).toBe('2022');
  expect(planPeriodOf({ from: 2025, to: 2030 })).toBe('2025-2030');
  expect(planPeriodOf({ from: 2023, to: null })).toBe('2023-');
});
