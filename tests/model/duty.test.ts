import { expect, test } from 'vitest';
import { duties } from '#model/duty.ts';
import { measures } from '#model/indicator.ts';
import { channels } from '#model/place.ts';
import { progressId, readProgressId } from '#model/records/progress.ts';
import en from '../../locales/en/duties.json' with { type: 'json' };
import vi from '../../locales/vi/duties.json' with { type: 'json' };

test('a village team has 18 duties: nine a month, eight whenever somebody needs it, one once', () => {
  const counted = (recurrence: string) => duties.filter((duty) => duty.recurrence === recurrence).length;
  expect(duties).toHaveLength(18);
  expect([counted('monthly'), counted('ongoing'), counted('once')]).toEqual([9, 8, 1]);
});

test('duties are done by entries that can be written: their measures and channels are in the catalogue', () => {
  for (const duty of duties) {
    expect(measures).toEqual(expect.arrayContaining(duty.measures));
    expect([undefined, ...channels]).toContain(duty.channel);
  }
});

test('a duty’s key can stand in the name of a record', () => {
  for (const { key } of duties)
    expect(readProgressId(progressId(key, '18124-demo2', '2026-11'))).toEqual({
      doing: key,
      unit: '18124-demo2',
      round: '2026-11',
    });
});

test.each([
  ['vi', vi],
  ['en', en],
])('every duty has a short title and its full text (%s)', (_language, words) => {
  expect(Object.keys(words)).toEqual(duties.map(({ key }) => key));
  for (const { title, full } of Object.values(words)) {
    expect(title.length).toBeLessThanOrEqual(50);
    expect(full.length).toBeGreaterThanOrEqual(title.length - 25);
  }
});
