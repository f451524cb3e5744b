import { expect, test } from 'vitest';
import { acts } from '#protocol/audit.ts';
import en from '../../locales/en/audit.json' with { type: 'json' };
import vi from '../../locales/vi/audit.json' with { type: 'json' };

type Words = Record<string, Record<string, string> | undefined>;

test.each(acts)('%s has its name and its sentence in both languages', (act) => {
  const [about, done] = act.split('.') as [string, string];
  for (const words of [vi, en])
    for (const said of [words.kinds, words.acts] as Words[]) expect(said[about]?.[done]).toMatch(/\S/);
});
