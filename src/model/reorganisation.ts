import { addDays, isDay, type Day } from '#model/day.ts';
import type { Person, PersonId } from '#model/person.ts';
import { isCommuneCode, isTypeOf, isUnitName, isVillageCode, villageCode } from '#model/unit-names.ts';
import type { Unit, UnitId, UnitType } from '#model/unit.ts';

/** A unit to be made. `code`: a commune's official one; a village's own within its commune. */
export type NewUnit = { code: string; name: string; type: UnitType };

/** A part of a unit that is split: the villages it takes, and the people; who is named nowhere goes to the first part. */
export type Part = NewUnit & { villages: UnitId[]; people: PersonId[] };

/** Units of one level become others from the day `begins` on. `into` names a unit that goes on, or one to be made. */
export type Reorganisation =
  | { kind: 'merge'; units: UnitId[]; into: UnitId | NewUnit; begins: Day }
  | { kind: 'split'; unit: UnitId; parts: Part[]; begins: Day };

/** What it comes to: ended units each with what they become, units made (communes first), and who goes where. */
export type ReorganisationPlan = {
  begins: Day;
  ends: { unit: Unit; into: UnitId[] }[];
  makes: Unit[];
  moves: { person: Person; to: UnitId }[];
};

/** Why it cannot be; in words under the same code in locales/{vi,en}/refusals.json. */
export const reorganisationFaults = [
  'reorganisation-too-few',
  'reorganisation-into-itself',
  'reorganisation-cycle',
  'reorganisation-unlike',
  'reorganisation-ended',
  'reorganisation-too-new',
  'reorganisation-day-past',
  'reorganisation-village-left',
  'reorganisation-village-twice',
  'unit-code-taken',
  'unit-code-wrong',
  'unit-name-wrong',
  'unit-type-wrong',
] as const;
export type ReorganisationFault = {
  code: (typeof reorganisationFaults)[number];
  params: Record<string, string | number>;
};

/** What is known of the area: every unit that ever was, and its people. */
export type Area = { units: readonly Unit[]; people: readonly Person[]; today: Day };

type Planned = { kind: 'planned'; plan: ReorganisationPlan } | ({ kind: 'refused' } & ReorganisationFault);

class Fault extends Error {
  readonly fault: ReorganisationFault;
  constructor(code: ReorganisationFault['code'], params: ReorganisationFault['params'] = {}) {
    super(code);
    this.fault = { code, params };
  }
}

/**
 * What a reorganisation comes to, or why it cannot be. Units are ended on the day before and named what they become;
 * villages of a commune that ends get successors under the new one, and people go with their unit. Nothing else changes.
 */
export const planReorganisation = (asked: Reorganisation, area: Area): Planned => {
  try {
    return { kind: 'planned', plan: planOf(asked, area) };
  } catch (error) {
    if (error instanceof Fault) return { kind: 'refused', ...error.fault };
    throw error;
  }
};

const planOf = (asked: Reorganisation, area: Area): ReorganisationPlan => {
  if (!isDay(asked.begins) || asked.begins < area.today)
    throw new Fault('reorganisation-day-past', { day: asked.begins, today: area.today });
  const known = new Map(area.units.map((unit) => [unit.id, unit]));
  const living = (id: UnitId): Unit => {
    const unit = known.get(id);
    if (!unit || unit.level === 'province' || unit.validTo !== null)
      throw new Fault('reorganisation-ended', { name: unit?.name ?? id });
    return unit;
  };
  const ending = [...new Set(asked.kind === 'merge' ? asked.units : [asked.unit])].map(living);
  for (const unit of ending)
    if (unit.validFrom >= asked.begins)
      throw new Fault('reorganisation-too-new', { name: unit.name, day: unit.validFrom });
  return asked.kind === 'merge'
    ? merge(asked, ending, { area, known, living })
    : split(asked, ending[0]!, { area, known });
};

type Known = { area: Area; known: ReadonlyMap<UnitId, Unit> };

const merge = (
  { into, begins }: Extract<Reorganisation, { kind: 'merge' }>,
  ending: readonly Unit[],
  { area, known, living }: Known & { living: (id: UnitId) => Unit },
): ReorganisationPlan => {
  const goesOn = typeof into === 'string';
  if (goesOn && ending.some(({ id }) => id === into))
    throw new Fault('reorganisation-into-itself', { name: known.get(into)?.name ?? into });
  const [first] = ending;
  if (!first || (!goesOn && ending.length < 2)) throw new Fault('reorganisation-too-few');
  if (goesOn && known.has(into)) notWithinEachOther(ending, living(into));
  const successor = goesOn ? living(into) : unitOf(into, first, begins, known);
  const unlike = [...ending, successor].find(
    ({ level, parent }) => level !== first.level || (parent !== first.parent && level === 'village'),
  );
  if (unlike) throw new Fault('reorganisation-unlike', { name: first.name, other: unlike.name });
  if (successor.validFrom > begins)
    throw new Fault('reorganisation-too-new', { name: successor.name, day: successor.validFrom });

  const taken = new Set(known.keys());
  const carried = ending
    .flatMap((unit) => villagesOf(unit, area, begins))
    .map((unit) => ({ unit, successor: carriedOver(unit, successor, begins, taken) }));
  const ends = [
    ...ending.map((unit) => ({ unit, into: [successor.id] })),
    ...carried.map((one) => ({ unit: one.unit, into: [one.successor.id] })),
  ];
  return {
    begins,
    ends,
    makes: [...(goesOn ? [] : [successor]), ...carried.map((one) => one.successor)],
    moves: movesOf(area.people, ends),
  };
};

const split = (
  { parts, begins }: Extract<Reorganisation, { kind: 'split' }>,
  unit: Unit,
  { area, known }: Known,
): ReorganisationPlan => {
  if (parts.length < 2) throw new Fault('reorganisation-too-few');
  const made = new Map<UnitId, Unit>(known);
  const makes = parts.map((part) => {
    const one = unitOf(part, unit, begins, made);
    made.set(one.id, one);
    return one;
  });
  const villages = villagesOf(unit, area, begins);
  const named = parts.flatMap((part) => part.villages);
  const twice = named.find((id, at) => named.indexOf(id) !== at);
  if (twice !== undefined) throw new Fault('reorganisation-village-twice', { name: made.get(twice)?.name ?? twice });
  const left = villages.find(({ id }) => !named.includes(id));
  if (left) throw new Fault('reorganisation-village-left', { name: left.name });
  const stranger = named.find((id) => !villages.some((village) => village.id === id));
  if (stranger !== undefined) throw new Fault('reorganisation-ended', { name: made.get(stranger)?.name ?? stranger });

  const taken = new Set(made.keys());
  const carried = villages.map((village) => {
    const at = parts.findIndex((part) => part.villages.includes(village.id));
    return { unit: village, successor: carriedOver(village, makes[at]!, begins, taken) };
  });
  const ends = [
    { unit, into: makes.map(({ id }) => id) },
    ...carried.map((one) => ({ unit: one.unit, into: [one.successor.id] })),
  ];
  const chosen = new Map(parts.flatMap((part, at) => part.people.map((id) => [id, makes[at]!.id] as const)));
  return {
    begins,
    ends,
    makes: [...makes, ...carried.map(({ successor }) => successor)],
    moves: movesOf(area.people, ends).map((move) =>
      move.person.unit === unit.id ? { ...move, to: chosen.get(move.person.id) ?? move.to } : move,
    ),
  };
};

/** A commune cannot become part of its own village, nor a village of the commune it stands under. */
const notWithinEachOther = (ending: readonly Unit[], into: Unit): void => {
  const around = ending.find(({ id, parent }) => into.parent === id || parent === into.id);
  if (around) throw new Fault('reorganisation-cycle', { name: around.name, other: into.name });
};

/** A unit to be made beside `like`: of its level, under its parent. */
const unitOf = ({ code, name, type }: NewUnit, like: Unit, begins: Day, known: ReadonlyMap<UnitId, Unit>): Unit => {
  const village = like.level === 'village';
  if (!(village ? isVillageCode(code) : isCommuneCode(code))) throw new Fault('unit-code-wrong', { value: code });
  const tidy = name.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (!isUnitName(tidy)) throw new Fault('unit-name-wrong', { value: name });
  if (!isTypeOf(like.level, type)) throw new Fault('unit-type-wrong', { value: type });
  const id = village ? `${like.parent}-${code}` : code;
  const taken = known.get(id);
  if (taken) throw new Fault('unit-code-taken', { value: code, name: taken.name });
  return { ...like, id, name: tidy, type, validFrom: begins, validTo: null, mergedInto: [] };
};

/** The villages of a commune that still stand; of a village, none. */
const villagesOf = (unit: Unit, { units }: Area, begins: Day): Unit[] => {
  if (unit.level !== 'commune') return [];
  const villages = units.filter(({ parent, validTo }) => parent === unit.id && validTo === null);
  const tooNew = villages.find(({ validFrom }) => validFrom >= begins);
  if (tooNew) throw new Fault('reorganisation-too-new', { name: tooNew.name, day: tooNew.validFrom });
  return villages;
};

/** A village goes on under another commune under its own code; where that is taken, with the former commune's before it. */
const carriedOver = (village: Unit, commune: Unit, begins: Day, taken: Set<UnitId>): Unit => {
  const own = villageCode(village);
  const codes = [own, `${village.parent}${own}`];
  for (let at = 2; codes.every((code) => taken.has(`${commune.id}-${code}`)); at += 1) codes.push(`${own}x${at}`);
  const id = `${commune.id}-${codes.find((code) => !taken.has(`${commune.id}-${code}`))!}`;
  taken.add(id);
  return { ...village, id, parent: commune.id, validFrom: begins, validTo: null, mergedInto: [] };
};

const movesOf = (people: readonly Person[], ends: ReorganisationPlan['ends']): ReorganisationPlan['moves'] => {
  const to = new Map(ends.map(({ unit, into }) => [unit.id, into[0]!]));
  return people.flatMap((person) => {
    const unit = to.get(person.unit);
    return unit === undefined ? [] : [{ person, to: unit }];
  });
};

/** The last day of the units that end. */
export const lastDayBefore = (begins: Day): Day => addDays(begins, -1);
