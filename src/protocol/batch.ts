import { isKnown, type KnownOperation, type Operation, type RecordId } from '#model/operation.ts';
import { Unreadable, type ByteReader, type ByteWriter } from '#protocol/columns/bytes.ts';
import { choices, words } from '#protocol/columns/choices.ts';
import { rows, type Column } from '#protocol/columns/column.ts';
import { deltas, numbers } from '#protocol/columns/numbers.ts';
import { isText, texts } from '#protocol/columns/texts.ts';
import { contents, isColumnar } from '#protocol/content-columns.ts';

/** `at` lies within this many seconds of 1970: every instant a clock of ours can tell. */
export const latestAt = 2 ** 43;
/** Device numbers and seqs lie below. */
export const nameLimit = 2 ** 40;
export const isNameNumber = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) > 0 && (value as number) < nameLimit;

/** What an operation is written as: 0 is whole, in `rest`. */
const kindCodes = { 'entry.record': 1, 'entry.correct': 2, 'entry.withdraw': 3 } as const;

const heads: Column<{ code: number; at: number; unit: string }> = rows({
  code: numbers,
  at: deltas(latestAt),
  unit: words(),
});

type Name = { device: number; seq: number };
const references: Column<Name & { reason: string }> = rows({ device: choices(numbers), seq: numbers, reason: texts });
const rests: Column<{ json: string }> = rows({ json: texts });

const readReference = (entry: unknown): Name | undefined => {
  const [device, seq] = (typeof entry === 'string' ? entry : '').split('-').map(Number);
  return isNameNumber(device) && isNameNumber(seq) && `${device}-${seq}` === entry ? { device, seq } : undefined;
};

/** Carried by columns of their own, or set by the province: never part of the rest. */
const named: readonly string[] = ['device', 'seq', 'at', 'unit', 'number', 'by', 'receivedAt'];

const hasOnly = (value: object, fields: readonly string[]) => Object.keys(value).every((key) => fields.includes(key));

/** The operation, when the columns give it back exactly as it is. */
const asColumns = (operation: Operation): KnownOperation | undefined => {
  if (!isKnown(operation) || !hasOnly(operation, [...named, 'kind', 'body'])) return undefined;
  const { kind, body } = operation;
  if (kind === 'entry.record') return isColumnar(body) ? operation : undefined;
  const fits =
    readReference(body.entry) &&
    isText(body.reason) &&
    (kind === 'entry.correct'
      ? hasOnly(body, ['entry', 'reason', 'content']) && isColumnar(body.content)
      : hasOnly(body, ['entry', 'reason']));
  return fits ? operation : undefined;
};

/**
 * Writes operations field by field, without their names. An operation with something the columns do not know is written
 * whole, as JSON: a kind or a field of a newer app, or a value that no form of ours writes (rule L4). Throws a
 * RangeError for an `at` or a `unit` beyond all bounds.
 */
export const writeOperations = (to: ByteWriter, operations: readonly Operation[]): void => {
  const columnar = operations.map(asColumns);
  const known = columnar.filter((operation) => operation !== undefined);
  const changes = known.filter((operation) => operation.kind !== 'entry.record');
  heads.write(
    to,
    operations.map(({ at, unit }, i) => {
      const operation = columnar[i];
      return { code: operation ? kindCodes[operation.kind] : 0, at, unit };
    }),
  );
  contents.write(
    to,
    known.flatMap(({ at, kind, body }) => {
      if (kind === 'entry.withdraw') return [];
      return [{ at, content: kind === 'entry.record' ? body : body.content }];
    }),
  );
  references.write(
    to,
    changes.map(({ body: { entry, reason } }) => ({ ...readReference(entry)!, reason })),
  );
  rests.write(
    to,
    operations.filter((_, i) => !columnar[i]).map((operation) => ({ json: restOf(operation) })),
  );
};

const restOf = (operation: Operation): string =>
  JSON.stringify(Object.fromEntries(Object.entries(operation).filter(([field]) => !named.includes(field))));

/** Reads what `writeOperations` wrote, and gives each operation the name that stands beside it. Throws Unreadable. */
export const readOperations = (from: ByteReader, names: readonly Name[]): Operation[] => {
  const written = heads.read(from, names.length);
  const holding = (...codes: number[]) => written.filter(({ code }) => codes.includes(code));
  const content = contents
    .read(
      from,
      holding(1, 2).map(({ at }) => at),
    )
    .values();
  const reference = references.read(from, holding(2, 3).length).values();
  const rest = rests.read(from, holding(0).length).values();

  return written.map(({ code, at, unit }, i): Operation => {
    const head = { ...names[i]!, at, unit };
    if (code === 0) return { ...head, ...readRest(next(rest).json) };
    if (code === 1) return { ...head, kind: 'entry.record', body: next(content) };
    if (code > 3) throw new Unreadable('No such kind of operation');
    const { device, seq, reason } = next(reference);
    if (!isNameNumber(device) || !isNameNumber(seq)) throw new Unreadable('No such record');
    const entry: RecordId = `${device}-${seq}`;
    return code === 2
      ? { ...head, kind: 'entry.correct', body: { entry, content: next(content), reason } }
      : { ...head, kind: 'entry.withdraw', body: { entry, reason } };
  });
};

/** There are as many values as operations that hold one: they were counted before. */
const next = <T>(values: Iterator<T, undefined>): T => values.next().value as T;

const readRest = (json: string): { kind: string; body: Record<string, unknown> } => {
  const rest = parsed(json);
  if (!isRecord(rest) || depth(rest) > deepest) throw new Unreadable('An operation that is none');
  const { kind, body, ...others } = rest;
  if (typeof kind !== 'string' || !isRecord(body) || named.some((field) => field in others))
    throw new Unreadable('An operation without kind or body');
  return { ...others, kind, body };
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    throw new Unreadable('An operation that is no JSON');
  }
};

/** Levels of nesting; whoever handles the operation later may be recursive. Stops counting beyond `deepest`. */
const deepest = 32;
const depth = (value: unknown, above = 0): number =>
  typeof value !== 'object' || value === null || above > deepest
    ? above
    : Math.max(above + 1, ...Object.values(value).map((inner) => depth(inner, above + 1)));
