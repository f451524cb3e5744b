import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Person } from '#model/person.ts';
import { planReorganisation, type Area, type Reorganisation } from '#model/reorganisation.ts';
import type { Unit, UnitId } from '#model/unit.ts';

const unit = (id: UnitId, but: Partial<Unit> = {}): Unit => {
  const village = id.includes('-');
  return {
    id,
    name: id,
    type: village ? 'thon' : id === '42' ? 'tinh' : 'xa',
    level: village ? 'village' : id === '42' ? 'province' : 'commune',
    parent: village ? id.slice(0, 5) : id === '42' ? null : '42',
    validFrom: '2025-07-01',
    validTo: null,
    mergedInto: [],
    demo: false,
    ...but,
  };
};
const person = (id: number, of: UnitId, role: Person['role'] = 'villageMember'): Person => ({
  id,
  name: `Người ${id}`,
  role,
  unit: of,
});
const units = ['42', '10001', '10002', '10003', '10001-01', '10001-02', '10002-01', '10002-03', '10003-01'].map((id) =>
  unit(id),
);
const people = [
  person(1, '10001-01'),
  person(2, '10002-01', 'villageLead'),
  person(3, '10001', 'communeOfficer'),
  person(4, '10002', 'communeOfficer'),
  person(5, '10003-01'),
  person(6, '42', 'provinceOfficer'),
];
const area: Area = { units, people, today: '2026-11-20' };
const begins = '2027-01-01';
const locThanh = { code: '10009', name: 'Lộc  Thành', type: 'xa' } as const;
const hoaBinh = { code: '07', name: 'Thôn Hoà Bình', type: 'thon' } as const;
const plan = (asked: Reorganisation, of: Area = area) => {
  const planned = planReorganisation(asked, of);
  if (planned.kind === 'refused') throw new Error(planned.code);
  return planned.plan;
};
const refusal = (asked: Reorganisation, of: Area = area) => {
  const planned = planReorganisation(asked, of);
  return planned.kind === 'refused' ? [planned.code, planned.params] : planned.kind;
};
const moved = ({ moves }: ReturnType<typeof plan>) => moves.map(({ person: { id }, to }) => [id, to]);

describe('communes that merge', () => {
  test('into a new one: it begins, they end and say what they became, villages and people go with them', () => {
    const made = plan({ kind: 'merge', units: ['10001', '10002'], into: locThanh, begins });
    expect(made.makes.map(({ id, name, parent, validFrom }) => [id, name, parent, validFrom])).toEqual([
      ['10009', 'Lộc Thành', '42', begins],
      ['10009-01', '10001-01', '10009', begins],
      ['10009-02', '10001-02', '10009', begins],
      ['10009-1000201', '10002-01', '10009', begins],
      ['10009-03', '10002-03', '10009', begins],
    ]);
    expect(made.ends.map(({ unit: { id }, into }) => [id, into])).toEqual([
      ['10001', ['10009']],
      ['10002', ['10009']],
      ['10001-01', ['10009-01']],
      ['10001-02', ['10009-02']],
      ['10002-01', ['10009-1000201']],
      ['10002-03', ['10009-03']],
    ]);
    expect(moved(made)).toEqual([
      [1, '10009-01'],
      [2, '10009-1000201'],
      [3, '10009'],
      [4, '10009'],
    ]);
  });

  test('into one that goes on: that one and its villages stay as they are', () => {
    const made = plan({ kind: 'merge', units: ['10001'], into: '10002', begins });
    expect(made.makes.map(({ id }) => id)).toEqual(['10002-1000101', '10002-02']);
    expect(made.ends.map(({ unit: { id } }) => id)).toEqual(['10001', '10001-01', '10001-02']);
    expect(moved(made)).toEqual([
      [1, '10002-1000101'],
      [3, '10002'],
    ]);
  });

  test('a village that ended before stays where it was', () => {
    const ended = units.map((one) => (one.id === '10001-02' ? { ...one, validTo: '2026-01-01' } : one));
    const made = plan({ kind: 'merge', units: ['10001'], into: '10002', begins }, { ...area, units: ended });
    expect(made.ends.map(({ unit: { id } }) => id)).toEqual(['10001', '10001-01']);
  });
});

test('villages of a commune merge into one of them or a new one', () => {
  const made = plan({ kind: 'merge', units: ['10001-02'], into: '10001-01', begins });
  expect([made.makes, made.ends.map(({ into }) => into)]).toEqual([[], [['10001-01']]]);
  expect(plan({ kind: 'merge', units: ['10001-01', '10001-02'], into: hoaBinh, begins }).makes).toEqual([
    unit('10001-07', { name: 'Thôn Hoà Bình', validFrom: begins }),
  ]);
});

describe('a unit that is split', () => {
  const parts = [
    { code: '10008', name: 'Đông', type: 'xa' as const, villages: ['10001-02'], people: [3] },
    { code: '10009', name: 'Tây', type: 'xa' as const, villages: ['10001-01'], people: [] },
  ];
  test('gives its villages and people to its parts as was said, and those not named to the first', () => {
    const made = plan({ kind: 'split', unit: '10001', parts, begins });
    expect(made.makes.map(({ id }) => id)).toEqual(['10008', '10009', '10009-01', '10008-02']);
    expect(made.ends.map(({ unit: { id }, into }) => [id, into])).toEqual([
      ['10001', ['10008', '10009']],
      ['10001-01', ['10009-01']],
      ['10001-02', ['10008-02']],
    ]);
    expect(moved(made)).toEqual([
      [1, '10009-01'],
      [3, '10008'],
    ]);
    const village = { villages: [], people: [] };
    const [a, b] = [
      { code: '1a', name: 'Thôn 1A', type: 'thon' as const, ...village },
      { code: '1b', name: 'Thôn 1B', type: 'thon' as const, ...village, people: [1] },
    ];
    expect(moved(plan({ kind: 'split', unit: '10001-01', parts: [a, b], begins }))).toEqual([[1, '10001-1b']]);
    expect(
      moved(plan({ kind: 'split', unit: '10001-01', parts: [b, a].map((one) => ({ ...one, people: [] })), begins })),
    ).toEqual([[1, '10001-1b']]);
  });

  test('wants every village named once, and none of another commune', () => {
    const but = (villages: UnitId[]): Reorganisation => ({
      kind: 'split',
      unit: '10001',
      parts: [{ ...parts[0]!, villages }, parts[1]!],
      begins,
    });
    expect(refusal(but([]))).toEqual(['reorganisation-village-left', { name: '10001-02' }]);
    expect(refusal(but(['10001-02', '10001-01']))).toEqual(['reorganisation-village-twice', { name: '10001-01' }]);
    expect(refusal(but(['10001-02', '10003-01']))).toEqual(['reorganisation-ended', { name: '10003-01' }]);
  });

  test('needs two parts, of codes of their own', () => {
    expect(refusal({ kind: 'split', unit: '10001', parts: [parts[0]!], begins })).toEqual([
      'reorganisation-too-few',
      {},
    ]);
    const same = [parts[0]!, { ...parts[1]!, code: '10008' }];
    expect(refusal({ kind: 'split', unit: '10001', parts: same, begins })).toEqual([
      'unit-code-taken',
      { value: '10008', name: 'Đông' },
    ]);
  });
});

test.each<[string, Reorganisation, object]>([
  [
    'reorganisation-into-itself',
    { kind: 'merge', units: ['10001', '10002'], into: '10001', begins },
    { name: '10001' },
  ],
  ['reorganisation-cycle', { kind: 'merge', units: ['10001'], into: '10001-01', begins }, { other: '10001-01' }],
  ['reorganisation-cycle', { kind: 'merge', units: ['10001-01'], into: '10001', begins }, { other: '10001' }],
  ['reorganisation-unlike', { kind: 'merge', units: ['10001'], into: '10002-01', begins }, { other: '10002-01' }],
  [
    'reorganisation-unlike',
    { kind: 'merge', units: ['10001-01', '10002-01'], into: hoaBinh, begins },
    { other: '10002-01' },
  ],
  ['reorganisation-ended', { kind: 'merge', units: ['10001'], into: '10004', begins }, { name: '10004' }],
  ['reorganisation-ended', { kind: 'merge', units: ['77777', '10001'], into: locThanh, begins }, { name: '77777' }],
  ['reorganisation-ended', { kind: 'merge', units: ['42', '10001'], into: locThanh, begins }, { name: '42' }],
  ['reorganisation-too-few', { kind: 'merge', units: ['10001', '10001'], into: locThanh, begins }, {}],
  ['reorganisation-too-few', { kind: 'merge', units: [], into: '10001', begins }, {}],
  ['reorganisation-day-past', { kind: 'merge', units: ['10001'], into: '10002', begins: '2026-11-19' }, {}],
  ['reorganisation-day-past', { kind: 'merge', units: ['10001'], into: '10002', begins: '2027-02-30' }, {}],
  ['unit-code-wrong', { kind: 'merge', units: ['10001', '10002'], into: { ...locThanh, code: '1' }, begins }, {}],
  ['unit-name-wrong', { kind: 'merge', units: ['10001', '10002'], into: { ...locThanh, name: ' ' }, begins }, {}],
  ['unit-type-wrong', { kind: 'merge', units: ['10001', '10002'], into: { ...locThanh, type: 'thon' }, begins }, {}],
  ['unit-code-taken', { kind: 'merge', units: ['10001', '10002'], into: { ...locThanh, code: '10003' }, begins }, {}],
])('%s', (code, asked, params) => {
  expect(refusal(asked)).toEqual([code, expect.objectContaining(params)]);
});

test('units that ended, or begin on that day or later, cannot be merged', () => {
  const but = (id: UnitId, how: Partial<Unit>): Area => ({
    ...area,
    units: units.map((one) => (one.id === id ? { ...one, ...how } : one)),
  });
  const asked: Reorganisation = { kind: 'merge', units: ['10001'], into: '10002', begins };
  expect(refusal(asked, but('10002', { validTo: '2026-10-01' }))).toEqual(['reorganisation-ended', { name: '10002' }]);
  const tooNew = { validFrom: begins };
  expect(refusal(asked, but('10001', tooNew))).toEqual(['reorganisation-too-new', { name: '10001', day: begins }]);
  expect(refusal(asked, but('10001-01', tooNew))).toEqual([
    'reorganisation-too-new',
    { name: '10001-01', day: begins },
  ]);
});

test('whatever merges, every village has one successor of its own, nobody is left behind, and no code is given twice', () => {
  const codes = fc.integer({ min: 10_000, max: 10_020 }).filter((code) => String(code) !== locThanh.code);
  const communes = fc.uniqueArray(codes, { minLength: 2, maxLength: 5 });
  const villages = fc.uniqueArray(fc.constantFrom('01', '02', '03', '1', 'A', 'x2', '01x2'), { maxLength: 6 });
  fc.assert(
    fc.property(communes, fc.array(villages, { minLength: 5, maxLength: 5 }), fc.boolean(), (named, own, goesOn) => {
      const all = [
        unit('42'),
        ...named.map((code) => unit(String(code))),
        ...named.flatMap((code, at) => own[at]!.map((village) => unit(`${code}-${village}`))),
      ];
      const everybody = all.map((one, at) => person(at, one.id));
      const [first, ...rest] = named.map(String);
      const made = plan(
        { kind: 'merge', units: goesOn ? rest : [first!, ...rest], into: goesOn ? first! : locThanh, begins },
        { units: all, people: everybody, today: area.today },
      );
      const ended = new Set(made.ends.map(({ unit: { id } }) => id));
      const standing = [...all.filter(({ id }) => !ended.has(id)), ...made.makes];
      const ids = standing.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(new Set([...all, ...made.makes].map(({ id }) => id)).size).toBe(all.length + made.makes.length);
      expect(standing.filter(({ level }) => level === 'village')).toHaveLength(
        own.slice(0, named.length).flat().length,
      );
      expect(standing.filter(({ parent }) => parent !== null && !ids.includes(parent))).toEqual([]);
      expect(made.moves.map(({ person: { unit: of } }) => of).sort()).toEqual([...ended].sort());
      expect(made.moves.filter(({ to }) => !ids.includes(to))).toEqual([]);
    }),
  );
});
