import type { ProvinceSettings } from '#model/settings.ts';
import type { UnitId } from '#model/unit.ts';
import type { ProvinceDatabase } from '../province.ts';
import { noteAct, type Actor } from './audit.ts';
import { lockEveryCommune } from './commune-head.ts';
import { rebuildSums } from './rebuild.ts';
import { readSettings } from './settings.ts';

/**
 * Keeps new settings; what is not named stays. Cutting the months another way moves entries from one period to another, so all sums are made
 * again in the same transaction (rule S2), and it is refused once any period is closed (rule S3). `by`: who did it, for the
 * province's log; `at` in seconds.
 */
export const changeSettings = (
  db: ProvinceDatabase,
  change: Partial<ProvinceSettings>,
  by?: { actor: Actor; unit: UnitId; at: number },
): Promise<{ kind: 'written'; settings: ProvinceSettings } | { kind: 'periods-closed' }> =>
  db.transaction().execute(async (tx) => {
    await lockEveryCommune(tx);
    const before = await readSettings(tx);
    const settings = { ...before, ...change };
    const recut = before.periodKind !== settings.periodKind;
    if (recut && (await tx.selectFrom('period_closure').select('period').limit(1).executeTakeFirst()))
      return { kind: 'periods-closed' };
    const value = JSON.stringify(settings);
    await tx
      .insertInto('setting')
      .values({ key: 'settings', value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute();
    if (recut) await rebuildSums(tx);
    const said = Object.keys(change).join(' ');
    if (by) await noteAct(tx, by.actor, { act: 'settings.changed', unit: by.unit, subject: said }, by.at);
    return { kind: 'written', settings };
  });
