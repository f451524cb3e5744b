import * as v from 'valibot';
import { examineText, fault } from '#model/entry-rules.ts';
import { dayInVietnam, daysFrom, type Day } from '#model/day.ts';
import type { Fault } from '#model/fault.ts';
import { levelOfRole, maySaveEntries, mayChangeEntry, type PersonId } from '#model/person.ts';
import { standing, valueOf, type EditableRecord, type Item, type RecordWrite } from '#model/record.ts';
import type { RecordDefinition, WriteCircumstances } from '#model/record-definition.ts';
import type { OperationName, RecordId } from '#model/operation.ts';
import type { UnitId, UnitLevel } from '#model/unit.ts';
import { DayShape, MadeRecord, PeopleCount } from '#model/records/shapes.ts';

/** What work gets stuck on: slides 17–18 of Kế hoạch 51/KH-UBND and the plan's remedies for them. */
export const obstacleKinds = [
  'thieu-dien-thoai',
  'sim-khong-chinh-chu',
  'khong-co-song',
  'thong-tin-sai',
  'gia-yeu',
  'di-lam-xa',
  'vneid-loi',
  'khac',
] as const;
export type ObstacleKind = (typeof obstacleKinds)[number];

/** Whom a team asks. The first two are at the commune; both read it there. */
export const askedBodies = ['cong-an-xa', 'ubnd-xa', 'tinh'] as const;
export type AskedBody = (typeof askedBodies)[number];

/**
 * `answer` by an officer; `note` and `stuck` ("it still is") by the team. `point`: a mobile point that helps. `after`: the
 * last thing in the thread its writer had read; it follows that one whatever the writer's clock says (rule M3).
 */
export type Said = {
  from: UnitLevel;
  kind: 'answer' | 'note' | 'stuck';
  text: string;
  point?: RecordId;
  after?: OperationName;
};

const SaidShape = v.object({
  from: v.picklist(['village', 'commune', 'province']),
  kind: v.picklist(['answer', 'note', 'stuck']),
  text: v.string(),
  point: v.exactOptional(MadeRecord),
  after: v.exactOptional(MadeRecord),
});

const fields = {
  kind: v.picklist(obstacleKinds),
  asked: v.picklist(askedBodies),
  /** How many residents it concerns; 0 when nobody counted. */
  people: PeopleCount,
  text: v.string(),
  /** The measure it holds up. */
  measure: v.nullable(v.pipe(v.string(), v.regex(/^[A-Z0-9_]{2,40}$/))),
  /** What work it holds up: the record of an assigned task, or a duty by its key, 'duty:tuyen-truyen-de-an'. */
  task: v.nullable(v.pipe(v.string(), v.regex(/^(\d+-\d+|duty:[a-z0-9-]{2,60})$/))),
  /** Passed up to the province, which is to answer by that day. */
  passed: v.nullable(v.object({ deadline: DayShape, why: v.string() })),
  solved: v.boolean(),
};

export const answerLimit = 500;

/**
 * Something a village team is stuck on. It is the village's: its team raises it and whoever raised it, or the lead, says
 * when it is solved; officers above answer, and a commune passes it up. No personal data: a count and a kind.
 */
export const obstacle: RecordDefinition = {
  type: 'obstacle',
  field: (name) => (name in fields ? fields[name as keyof typeof fields] : undefined),
  item: (list) => (list === 'said' ? SaidShape : undefined),
  examine: (write, about) => [
    ...(maySaveEntries(about.person.role) ? examineTeam(write, about) : examineOfficer(write, about)),
    ...examineWords(write, about.today),
  ],
};

const notYours = (field: string): Fault => fault('not-for-your-role', field);

const examineTeam = ({ set = {}, add = {} }: RecordWrite, { person, record }: WriteCircumstances): Fault[] => {
  const said = add['said'] as Said | undefined;
  if ('passed' in set) return [notYours('passed')];
  if (said && (said.from !== 'village' || said.kind === 'answer')) return [notYours('said')];
  if (!record)
    return ['kind', 'asked']
      .filter((field) => !(field in set))
      .map((field) => fault('record-malformed', field, { field }));
  const author = standing(record, 'kind')?.by;
  if (Object.keys(set).length === 0 || author === undefined) return [];
  return mayChangeEntry(person, { author, unit: record.unit }) ? [] : [fault('obstacle-not-yours', 'solved')];
};

const examineOfficer = ({ set = {}, add = {} }: RecordWrite, { person, record }: WriteCircumstances): Fault[] => {
  const level = levelOfRole[person.role];
  const said = add['said'] as Said | undefined;
  const other = Object.keys(set).find((field) => field !== 'passed' || level !== 'commune');
  if (!record || other) return [notYours(other ?? 'kind')];
  if (!said) return [];
  if (said.from !== level || said.kind !== 'answer') return [notYours('said')];
  return said.text.trim() === '' && !said.point ? [fault('answer-missing', 'said')] : [];
};

const examineWords = ({ set = {}, add = {} }: RecordWrite, today: Day): Fault[] => {
  const said = add['said'] as Said | undefined;
  const passed = set['passed'] as Obstacle['passed'] | undefined;
  return [
    ...examineText(String(set['text'] ?? ''), 'text'),
    ...examineText(said?.text ?? '', 'said', answerLimit),
    ...examineText(passed?.why ?? '', 'passed'),
    ...(passed && passed.deadline < today ? [fault('day-gone-by', 'passed')] : []),
  ];
};

/** An obstacle as it stands. Instants in seconds. */
export type Obstacle = {
  id: RecordId;
  unit: UnitId;
  raisedBy: PersonId;
  raisedAt: number;
  kind: string;
  asked: string;
  people: number;
  text: string;
  measure: string | null;
  task: string | null;
  passed: { deadline: Day; why: string } | null;
  passedAt: number;
  /** When it was said to be solved; null while it is not. */
  solvedAt: number | null;
  /** In the order in which it was said. */
  said: (Said & { op: OperationName; at: number; by: PersonId })[];
};

/** By the clock, except that nothing stands before what its writer had read. */
const inOrder = (items: readonly Item[]): Item[] => {
  const known = new Map(items.map((item) => [item.op, item]));
  const place = ({ op, at, value }: Item, passed: readonly OperationName[] = []): { at: number; depth: number } => {
    const { after } = value as Said;
    const before = after === undefined || passed.includes(after) ? undefined : known.get(after);
    if (!before) return { at, depth: 0 };
    const its = place(before, [...passed, op]);
    return { at: Math.max(at, its.at), depth: its.depth + 1 };
  };
  return items
    .map((item) => ({ item, ...place(item) }))
    .sort((a, b) => a.at - b.at || a.depth - b.depth)
    .map(({ item }) => item);
};

export const obstacleOf = (record: EditableRecord): Obstacle => {
  const kind = standing(record, 'kind');
  const passed = standing(record, 'passed');
  const solved = standing(record, 'solved');
  return {
    id: record.id,
    unit: record.unit,
    raisedBy: kind?.by ?? 0,
    raisedAt: Math.min(...(record.fields['kind'] ?? []).map(({ at }) => at)),
    kind: String(kind?.value ?? 'khac'),
    asked: String(valueOf(record, 'asked') ?? 'cong-an-xa'),
    people: Number(valueOf(record, 'people') ?? 0),
    text: String(valueOf(record, 'text') ?? ''),
    measure: (valueOf(record, 'measure') ?? null) as string | null,
    task: (valueOf(record, 'task') ?? null) as string | null,
    passed: (passed?.value ?? null) as Obstacle['passed'],
    passedAt: passed?.at ?? 0,
    solvedAt: solved?.value === true ? solved.at : null,
    said: inOrder(record.lists['said'] ?? []).map(({ op, at, by, value }) => ({ ...(value as Said), op, at, by })),
  };
};

/** Whose turn it is: the team's once it was answered, and otherwise the commune's, or the province's when it is asked or was passed to it. */
export const whoseMove = ({ solvedAt, said, asked, passed, passedAt }: Obstacle): UnitLevel | 'nobody' => {
  if (solvedAt !== null) return 'nobody';
  const last = said.filter(({ kind }) => kind !== 'note').pop();
  if (last?.kind === 'answer' && !(passed && last.from === 'commune' && passedAt >= last.at)) return 'village';
  return passed || asked === 'tinh' ? 'province' : 'commune';
};

/** Whole days since it was raised; of one that is solved, until it was. */
export const ageOf = ({ raisedAt, solvedAt }: Obstacle, today: Day): number =>
  Math.max(0, daysFrom(dayInVietnam(raisedAt * 1000), solvedAt === null ? today : dayInVietnam(solvedAt * 1000)));

/** What somebody who writes into it now has read last. */
export const lastSaid = ({ said }: Obstacle): Pick<Said, 'after'> => {
  const last = said[said.length - 1];
  return last ? { after: last.op } : {};
};

/** The province was to answer by a day that is gone by. */
export const isLate = (one: Obstacle, today: Day): boolean =>
  one.passed !== null && one.passed.deadline < today && whoseMove(one) === 'province';
