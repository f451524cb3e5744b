import { isRecordKind } from '#model/record.ts';
import { officialFigure, type ImportName } from '#model/records/official-figure.ts';
import type { Push } from '#protocol/push.ts';
import type { Caller, ProvinceDatabase } from '../province.ts';
import { noteAct } from './audit.ts';
import type { OperationTable } from './schema.ts';

/**
 * Notes the tables of figures that a batch reads in or undoes, each once, with how many of its figures were accepted. A
 * table larger than a batch is noted with each. `at` in seconds.
 */
export const noteImports = async (
  tx: ProvinceDatabase,
  sender: Pick<Caller, 'person' | 'device'>,
  operations: Push['operations'],
  rows: readonly OperationTable[],
  at: number,
): Promise<void> => {
  const accepted = new Set(rows.filter(({ number }) => number !== null).map(({ seq }) => seq));
  const noted = new Map<string, { named: ImportName; figures: number }>();
  for (const operation of operations) {
    if (!isRecordKind(operation) || operation.body.type !== officialFigure.type || !accepted.has(operation.seq))
      continue;
    const named = operation.body.set?.['import'] as ImportName | undefined;
    if (!named) continue;
    const key = `${named.id} ${named.undone ?? false}`;
    noted.set(key, { named, figures: (noted.get(key)?.figures ?? 0) + 1 });
  }
  for (const { named, figures } of noted.values()) {
    const act = named.undone ? 'import.undone' : 'figures.imported';
    await noteAct(
      tx,
      sender,
      { act, unit: sender.person.unit, subject: named.file || named.id, params: { figures } },
      at,
    );
  }
};
