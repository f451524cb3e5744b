import type { Unit } from '#model/unit.ts';
import type { Arguments } from '../arguments.ts';
import type { ProvinceDatabase } from '../province.ts';
import { keepFormerUnits, knowsFormerUnits } from '../storage/former-units.ts';
import { provinceUnit, unitsOfLevel } from '../storage/units.ts';
import { firstStart, type Invited } from './first-start.ts';
import { officialFormerUnits } from './former-units.ts';

const haTinh = '42';

export type Populated =
  | { kind: 'ready'; province: Unit; first: { communes: number; invited: Invited[]; demo: boolean } | undefined }
  | { kind: 'refused'; problem: string; params: Record<string, string> };

/** Sees to it that the database holds a province: sets it up on the first start, leaves it alone on every later one. */
export const populate = async (db: ProvinceDatabase, asked: Arguments, at: number): Promise<Populated> => {
  const there = await provinceUnit(db);
  if (there && asked.province !== undefined && asked.province !== there.id)
    return {
      kind: 'refused',
      problem: 'province-is-another',
      params: { name: there.name, code: there.id, asked: asked.province },
    };
  if (there) {
    await knowFormerUnits(db);
    return { kind: 'ready', province: there, first: undefined };
  }

  const code = asked.province ?? haTinh;
  const set = await firstStart(db, { code, demo: asked.demo, at });
  if (set.kind === 'set-up-meanwhile') return populate(db, asked, at);
  if (set.kind === 'province-unknown')
    return {
      kind: 'refused',
      problem: 'province-unknown',
      params: { code, known: set.known.map(({ id, name }) => `${id} ${name}`).join(', ') },
    };
  await knowFormerUnits(db);
  return {
    kind: 'ready',
    province: set.province,
    first: { communes: set.communes, invited: set.invited, demo: asked.demo },
  };
};

/** Takes in what the province's communes were called before 1/7/2025; also in a province set up before names were kept. */
const knowFormerUnits = async (db: ProvinceDatabase): Promise<void> => {
  if (await knowsFormerUnits(db)) return;
  const communes = new Set((await unitsOfLevel(db, 'commune')).map(({ id }) => id));
  const former = (await officialFormerUnits()).filter(({ unit }) => communes.has(unit));
  await db.transaction().execute((on) => keepFormerUnits(on, former));
};
