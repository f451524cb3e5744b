import * as v from 'valibot';
import { roles } from '#model/person.ts';
import type { Reorganisation as Asked } from '#model/reorganisation.ts';
import { Day, Period, Unit } from '#protocol/situation.ts';

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Seconds since 1970, by the province's clock. */
const Instant = v.pipe(v.number(), v.safeInteger());

/** As model/former-unit.ts says it. */
export const FormerUnit = v.object({
  unit: v.string(),
  name: v.string(),
  type: v.picklist([...Unit.entries.type.options, 'thi-tran']),
  district: v.string(),
  code: v.nullable(v.string()),
  until: Day,
});

const Code = v.pipe(v.string(), v.maxLength(64));
const Name = v.pipe(v.string(), v.maxLength(200));
const Type = Unit.entries.type;
const NewUnit = v.object({ code: Code, name: Name, type: Type });
const few = 2000;
const Codes = v.pipe(v.array(Code), v.maxLength(few));
const Part = v.object({
  ...NewUnit.entries,
  villages: Codes,
  people: v.pipe(v.array(Count), v.maxLength(few)),
});

/** As model/reorganisation.ts says it. */
export const Reorganisation = v.variant('kind', [
  v.object({
    kind: v.literal('merge'),
    units: v.pipe(Codes, v.minLength(1)),
    into: v.union([Code, NewUnit]),
    begins: Day,
  }),
  v.object({ kind: v.literal('split'), unit: Code, parts: v.pipe(v.array(Part), v.maxLength(20)), begins: Day }),
]) satisfies v.GenericSchema<unknown, Asked>;

/** `preview`: only what it would come to. */
export const ReorganisationCommand = v.object({ command: Reorganisation, preview: v.boolean() });
export const CallOffCommand = v.object({ number: Count });

/** What a reorganisation comes to. `waiting`: what devices of the people concerned last said they had not sent yet. */
export const ReorganisationAnswer = v.object({
  state: v.picklist(['preview', 'planned', 'done']),
  number: v.nullable(Count),
  begins: Day,
  ends: v.array(v.object({ unit: Unit, into: v.array(v.string()) })),
  makes: v.array(Unit),
  moves: v.array(
    v.object({
      person: v.object({ id: Count, name: v.string(), role: v.picklist(roles) }),
      from: v.string(),
      to: v.string(),
    }),
  ),
  waiting: Count,
});
export type ReorganisationAnswer = v.InferOutput<typeof ReorganisationAnswer>;

/** One that waits for its day, or whose day came and that could not be done: `problem` is the refusal. */
const PlannedReorganisation = v.object({
  number: Count,
  begins: Day,
  command: Reorganisation,
  problem: v.nullable(v.object({ code: v.string(), params: v.record(v.string(), v.union([v.string(), v.number()])) })),
});
export type PlannedReorganisation = v.InferOutput<typeof PlannedReorganisation>;
export const PlannedReorganisations = v.array(PlannedReorganisation);

/** A village added by hand; `parent` is its commune, `code` its own within it. */
export const AddUnitCommand = v.object({ parent: Code, ...NewUnit.entries, begins: v.nullable(Day) });
/** Another name, or another type; the former one stays known. */
export const RenameUnitCommand = v.object({ unit: Code, name: Name, type: Type });
/** `last`: the last day it exists. Nobody may belong to it. */
export const EndUnitCommand = v.object({ unit: Code, last: Day });

/** A file of villages, row by row as it was read; all or none. */
export const mostVillages = 10_000;
export const ImportVillagesCommand = v.object({
  villages: v.pipe(
    v.array(v.object({ parent: Code, ...NewUnit.entries, begins: v.nullable(Day) })),
    v.minLength(1),
    v.maxLength(mostVillages),
  ),
});
export const ImportVillagesAnswer = v.object({ added: Count, unchanged: Count, ended: Count });
export type ImportVillagesAnswer = v.InferOutput<typeof ImportVillagesAnswer>;

export const UnitsQuestion = v.object({ unit: v.optional(v.string()) });

/**
 * A unit, all units that ever stood below it, and those that became part of them (`unit` first, then by code): who asks for
 * a day takes those that exist on it. `former`: what they were called before, for those who search by it.
 */
export const UnitsPage = v.object({
  at: Instant,
  unit: v.string(),
  units: v.array(Unit),
  former: v.array(FormerUnit),
  planned: PlannedReorganisations,
});
export type UnitsPage = v.InferOutput<typeof UnitsPage>;

/**
 * One unit on one page. `before` and `after`: the units it came from and those it became; `closed`: the periods of its commune
 * that are closed; `official`: the newest of each figure that others count (model/records/official-figure.ts) of the unit;
 * `below`: units right below it that exist today; `people`: of the unit and all below it, who are not disabled.
 */
export const UnitProfile = v.object({
  at: Instant,
  unit: Unit,
  above: v.array(Unit),
  before: v.array(Unit),
  after: v.array(Unit),
  former: v.array(FormerUnit),
  below: Count,
  people: Count,
  official: v.array(v.object({ figure: v.string(), count: v.number(), asOf: Day, note: v.string() })),
  closed: v.array(v.object({ period: Period, closedAt: Instant })),
});
export type UnitProfile = v.InferOutput<typeof UnitProfile>;
