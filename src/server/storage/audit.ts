import type { PersonId } from '#model/person.ts';
import type { UnitId } from '#model/unit.ts';
import type { Act } from '#protocol/audit.ts';
import type { Caller, ProvinceDatabase } from '../province.ts';

/** Who acts: a caller, or nobody (`null`) at the terminal and in what the province does by itself. */
export type Actor = { person: { id: PersonId }; device: Caller['device'] } | null;

export type Noted = {
  act: Act;
  /** Whose matter it is: decides which officers read it. */
  unit: UnitId;
  /** What it was done to: a person's number, a device's, a period, a token's name. */
  subject?: string | number;
  /** Small facts to tell it by. Nothing that people wrote, no secret, no citizen. */
  params?: Record<string, string | number>;
};

/**
 * Notes an act, in the transaction that does it: neither stands without the other. `at` in seconds. Rows are never changed;
 * the database refuses it.
 */
export const noteAct = async (
  tx: ProvinceDatabase,
  actor: Actor,
  { act, unit, subject, params = {} }: Noted,
  at: number,
): Promise<void> => {
  const row = await tx.selectFrom('unit').select('path').where('id', '=', unit).executeTakeFirst();
  const [province = unit, commune] = (row?.path ?? '').split('/').filter(Boolean);
  await tx
    .insertInto('audit')
    .values({
      at,
      person_id: actor?.person.id ?? null,
      device: actor?.device ?? null,
      act,
      unit_id: unit,
      commune_id: commune ?? province,
      subject: subject === undefined ? null : String(subject),
      params: JSON.stringify(params),
    })
    .execute();
};
