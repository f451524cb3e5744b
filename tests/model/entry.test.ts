import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyToEntry, newestRevision, type OutreachEntry } from '#model/entry.ts';
import { tidyContent } from '#model/entry-content.ts';
import type { KnownOperation } from '#model/operation.ts';
import { eveningInThon2, shapedContent } from '../support/entries.ts';
import { correction, record, withdrawal } from '../support/operations.ts';

const after = (...operations: KnownOperation[]) =>
  operations.reduce<OutreachEntry | undefined>((entry, operation) => applyToEntry(entry, operation, 5), undefined);

test('I2: a correction leaves what was said before readable, and the newest counts', () => {
  const corrected = eveningInThon2({ counts: { VNEID_CAI: 7 } });
  const entry = after(record(eveningInThon2()), correction('17-1', corrected, { seq: 2 }))!;
  expect(entry.revisions.map(({ content, seq }) => [seq, content])).toEqual([
    [1, eveningInThon2()],
    [2, corrected],
  ]);
  expect(newestRevision(entry)).toMatchObject({ reason: 'Ghi nhầm số', by: 5 });
});

test('an entry that was withdrawn stays as it was', () => {
  const entry = after(record(eveningInThon2()), withdrawal('17-1', { seq: 2 }));
  expect(entry?.withdrawal).toMatchObject({ seq: 2, reason: 'Ghi trùng' });
  expect(applyToEntry(entry, correction('17-1', eveningInThon2(), { seq: 3 }), 5)).toBe(entry);
  expect(applyToEntry(entry, withdrawal('17-1', { seq: 3 }, 'Lần nữa'), 5)).toBe(entry);
});

test('a change of an entry that is not there makes none, and a record that came twice is one', () => {
  expect(after(correction('17-1', eveningInThon2()))).toBeUndefined();
  expect(after(withdrawal('17-1'))).toBeUndefined();
  expect(after(record(eveningInThon2()), record(eveningInThon2()))).toEqual(after(record(eveningInThon2())));
});

test('a change never touches the entry it was given', () => {
  const entry = Object.freeze(after(record(eveningInThon2()))!);
  Object.freeze(entry.revisions);
  expect(applyToEntry(entry, correction('17-1', eveningInThon2(), { seq: 2 }), 5)?.revisions).toHaveLength(2);
  expect(applyToEntry(entry, withdrawal('17-1', { seq: 2 }), 5)?.withdrawal).toBeDefined();
});

test('tidy content has no zeros, no empty parts, and its letters composed', () => {
  const untidy = eveningInThon2({
    counts: { VNEID_CAI: 6, DVC_HD: 0 },
    cells: { 'VNEID_CAI/gender/nu': 0 },
    services: {},
    note: ' Hẹn buổi sau \n'.normalize('NFD'),
  });
  expect(tidyContent(untidy)).toStrictEqual(eveningInThon2({ counts: { VNEID_CAI: 6 }, note: 'Hẹn buổi sau' }));
  expect(tidyContent(eveningInThon2({ note: '  ' }))).toStrictEqual(eveningInThon2());
});

test('what is tidy stays as it is', () => {
  fc.assert(
    fc.property(shapedContent, (content) => {
      const tidy = tidyContent(content);
      expect(tidyContent(tidy)).toStrictEqual(tidy);
    }),
  );
});
