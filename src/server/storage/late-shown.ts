import { newestRevision } from '#model/entry.ts';
import type { Measure } from '#model/indicator.ts';
import type { PeriodId, PeriodKind } from '#model/period.ts';
import { differenceOf } from '#model/totals.ts';
import type { LateOperation } from '#protocol/report.ts';
import type { ProvinceDatabase } from '../province.ts';
import type { Judged } from './late-judged.ts';

/** Late operations as officers read them: who wrote them, when they came, and what they would change in the period's sums. */
export const lateShown = async (
  tx: ProvinceDatabase,
  judged: readonly Judged[],
  { period, kind }: { period: PeriodId; kind: PeriodKind },
): Promise<LateOperation[]> => {
  const people = [...new Set(judged.map(({ row }) => row.person_id))];
  const rows =
    people.length === 0 ? [] : await tx.selectFrom('person').select(['id', 'name']).where('id', 'in', people).execute();
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return judged.map(({ name, row, changes, twin, hindrance }) => ({
    operation: name,
    unit: row.unit_id,
    by: names.get(row.person_id) ?? '',
    kind: row.kind,
    at: Number(row.at),
    receivedAt: Number(row.received_at),
    date: dateSaid(row.body) ?? changes.map(({ after }) => newestRevision(after).content.date)[0] ?? null,
    counts: countsOf(changes, period, kind),
    twin,
    hindrance,
  }));
};

/** The day the work was done, as a record or a correction says it. */
const dateSaid = (body: string): string | undefined => {
  const said = JSON.parse(body) as { date?: unknown; content?: { date?: unknown } };
  const date = said.date ?? said.content?.date;
  return typeof date === 'string' ? date.slice(0, 10) : undefined;
};

/** What the changes of one operation, and of those that hang on it, come to in the period. */
export const countsOf = (changes: Judged['changes'], period: PeriodId, kind: PeriodKind): Record<Measure, number> => {
  const counts: Record<Measure, number> = {};
  for (const { before, after } of changes)
    for (const [measure, count] of Object.entries(differenceOf(before, after, kind)[period] ?? {}))
      counts[measure] = (counts[measure] ?? 0) + count;
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
};
