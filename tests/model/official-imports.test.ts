import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { importsIn, undoing } from '#model/official-imports.ts';
import { applyToRecord, valueOf, writeOver, type EditableRecord, type Json } from '#model/record.ts';
import { figureName, figureValue } from '#model/records/official-figure.ts';

const units = ['18124', '18127', '18130'];
const idOf = (unit: string) => figureName({ figure: 'TK_MUC2', unit, period: '2026-11' });
type Book = Map<string, EditableRecord>;
let seq = 0;

const written = (book: Book, unit: string, set: Record<string, Json>, at: number, by = 6): Book => {
  const record = book.get(unit);
  const body = writeOver(record, { type: 'official-figure', record: idOf(unit), set });
  const operation = { device: 17, seq: (seq += 1), at, unit, kind: 'record.write' as const, body };
  return new Map(book).set(unit, applyToRecord(record, operation, { by, receivedAt: null }));
};
const named = (id: string) => ({ id: id.repeat(16), file: `${id}.xlsx` });
const readIn = (book: Book, id: string, counts: Record<string, number>, at: number) =>
  Object.entries(counts).reduce(
    (now, [unit, count]) => written(now, unit, { count, asOf: '2026-11-12', import: named(id) }, at),
    book,
  );
const undone = (book: Book, id: string, at: number) =>
  undoing(book.values(), id.repeat(16)).reduce((now, { record, set }) => written(now, record.unit, set, at), book);
const counts = (book: Book) => units.map((unit) => figureValue(book.get(unit))?.count ?? null);

test('an import is undone to what stood before; what somebody wrote since stays', () => {
  const before = written(new Map(), '18124', { count: 5, asOf: '2026-11-01' }, 100);
  let book = readIn(before, 'a', { '18124': 10, '18127': 20, '18130': 30 }, 200);
  book = written(book, '18130', { count: 31, asOf: '2026-11-12' }, 300);
  expect(importsIn(book.values())).toEqual([
    { id: 'a'.repeat(16), file: 'a.xlsx', at: 200, by: 6, figures: 3, standing: 2, undone: false },
  ]);
  const after = undone(book, 'a', 400);
  expect(counts(after)).toEqual([5, null, 31]);
  expect(valueOf(after.get('18124'), 'asOf')).toBe('2026-11-01');
  expect(importsIn(after.values())).toMatchObject([{ figures: 3, standing: 0, undone: true }]);
  expect(undoing(after.values(), 'a'.repeat(16))).toEqual([]);
});

test('of two imports the later is undone to the earlier, which can be undone no more after it was replaced', () => {
  const first = readIn(new Map(), 'a', { '18124': 10 }, 100);
  const both = readIn(first, 'b', { '18124': 11, '18127': 21 }, 200);
  expect(importsIn(both.values()).map(({ id, standing }) => [id[0], standing])).toEqual([
    ['b', 2],
    ['a', 0],
  ]);
  expect(counts(undone(both, 'b', 300))).toEqual([10, null, null]);
});

test('undoing the last import always gives back the figures from before it', () => {
  const some = fc.dictionary(fc.constantFrom(...units), fc.nat(1000), { maxKeys: 3 });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 4 }), some, (earlier, last) => {
      const before = earlier.reduce<Book>((book, given, at) => readIn(book, 'abcd'[at]!, given, at + 1), new Map());
      const after = undone(readIn(before, 'f', last, 50), 'f', 60);
      expect(counts(after)).toEqual(counts(before));
    }),
  );
});
