import { readCsv } from '#model/csv.ts';
import { readDeadline, type Deadline } from '#model/deadline.ts';
import { examineText } from '#model/entry-rules.ts';
import { bodyLimit, taskTextLimit, type PlanItemKey } from '#model/records/plan-item.ts';

/** The columns of a plan in a file, by what may stand above them, without tone marks. */
export const planColumns = {
  code: ['ma', 'so', 'tt', 'stt', 'code', 'no'],
  text: ['noi dung', 'nhiem vu', 'noi dung nhiem vu', 'viec', 'task', 'content'],
  owner: ['chu tri', 'co quan chu tri', 'don vi chu tri', 'lead', 'owner'],
  coordinating: ['phoi hop', 'co quan phoi hop', 'don vi phoi hop', 'coordinating'],
  deadline: ['han', 'thoi han', 'thoi gian hoan thanh', 'thoi gian', 'deadline', 'due'],
  group: ['nhom', 'group'],
} as const;
export type PlanColumn = keyof typeof planColumns;
export const neededColumns: readonly PlanColumn[] = ['code', 'text', 'owner', 'deadline'];

export type PlanFileRow = Record<'code' | 'text' | 'owner' | 'coordinating' | 'group', string> & {
  key: PlanItemKey;
  deadline: Deadline;
};

/** What keeps a file from being taken in. `row` counts as a spreadsheet does: the heads are row 1. */
export type PlanFileFault =
  | { code: 'empty' | 'too-long' | 'not-parted'; row: 1 }
  | { code: 'row-not-parted' | 'row-too-wide'; row: number }
  | { code: 'column-missing'; row: 1; column: PlanColumn }
  | { code: 'cell-empty'; row: number; column: PlanColumn }
  | { code: 'text-too-long' | 'number-in-text'; row: number; column: PlanColumn }
  | { code: 'deadline-unreadable'; row: number; said: string }
  | { code: 'code-twice'; row: number; said: string };

/** More tasks than any plan has; each becomes a record that every officer's device keeps. */
export const mostRows = 500;

/**
 * A plan from a file of comma-separated values: all of it, or everything that is wrong with it. A file with one faulty
 * row is not taken in half. Read twice it is the same plan: a task is named by its code.
 */
export const readPlanFile = (
  text: string,
): { kind: 'read'; rows: PlanFileRow[] } | { kind: 'refused'; faults: PlanFileFault[] } => {
  const [heads = [], ...body] = readCsv(text);
  if (heads.length === 0 || body.length === 0) return { kind: 'refused', faults: [{ code: 'empty', row: 1 }] };
  if (body.length > mostRows) return { kind: 'refused', faults: [{ code: 'too-long', row: 1 }] };
  if (heads.length === 1) return { kind: 'refused', faults: [{ code: 'not-parted', row: 1 }] };
  const place = placesOf(heads);
  const lacking = neededColumns.filter((column) => place[column] === undefined);
  if (lacking.length > 0)
    return { kind: 'refused', faults: lacking.map((column) => ({ code: 'column-missing', row: 1, column })) };

  const rows = body.map((cells) => {
    const cell = (column: PlanColumn) => cells[place[column] ?? -1] ?? '';
    return { cell, cells, key: keyOf(cell('code')), deadline: readDeadline(cell('deadline')) };
  });
  const known = new Set<string>();
  const faults = rows.flatMap(({ cell, cells, key, deadline }, i): PlanFileFault[] => {
    const row = i + 2;
    // A comma in a text that stands in no quotes moves all that follows it.
    if (cells.slice(heads.length).some((beyond) => beyond !== '')) return [{ code: 'row-too-wide', row }];
    if (cells.length === 1) return [{ code: 'row-not-parted', row }];
    const twice = known.has(key);
    known.add(key);
    const empty = neededColumns.filter((column) => cell(column) === '');
    if (empty.length > 0) return empty.map((column) => ({ code: 'cell-empty', row, column }));
    return [
      ...(deadline ? [] : [{ code: 'deadline-unreadable' as const, row, said: cell('deadline') }]),
      ...(twice ? [{ code: 'code-twice' as const, row, said: cell('code') }] : []),
      ...longest.flatMap(([column, most]) => faultOf(cell(column), column, most, row)),
    ];
  });
  if (faults.length > 0) return { kind: 'refused', faults };
  return {
    kind: 'read',
    rows: rows.map(({ cell, key, deadline }) => ({
      key,
      code: cell('code'),
      text: cell('text'),
      owner: cell('owner'),
      coordinating: cell('coordinating'),
      group: cell('group'),
      deadline: deadline!,
    })),
  };
};

const longest: [PlanColumn, number][] = [
  ['code', 20],
  ['text', taskTextLimit],
  ['owner', bodyLimit],
  ['coordinating', 500],
  ['group', bodyLimit],
];

const faultOf = (text: string, column: PlanColumn, most: number, row: number): PlanFileFault[] => {
  const [stops] = examineText(text, column, most).filter(({ weight }) => weight === 'refuse');
  if (!stops) return [];
  return [{ code: stops.code === 'note-too-long' ? 'text-too-long' : 'number-in-text', row, column }];
};

const withoutMarks = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u0111\u0110]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

const placesOf = (heads: readonly string[]): Partial<Record<PlanColumn, number>> => {
  const written = heads.map(withoutMarks);
  const places: Partial<Record<PlanColumn, number>> = {};
  for (const [column, names] of Object.entries(planColumns)) {
    const at = written.findIndex((head) => (names as readonly string[]).includes(head));
    if (at >= 0) places[column as PlanColumn] = at;
  }
  return places;
};

/** 'II.7' becomes 'own-ii-7'; the barred d, a letter of its own in lists, stays apart from the plain one. */
const keyOf = (code: string): PlanItemKey =>
  `own-${
    withoutMarks(code.normalize('NFC').replace(/[\u0111\u0110]/g, 'dd'))
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'x'
  }`;
