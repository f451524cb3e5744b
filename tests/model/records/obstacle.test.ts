import { describe, expect, test } from 'vitest';
import { ageOf, isLate, obstacle, obstacleKinds, obstacleOf, whoseMove } from '#model/records/obstacle.ts';
import { examined, raised, simObstacle } from '../../support/village-records.ts';

const codes = (faults: { code: string }[]) => faults.map(({ code }) => code);
const anHour = 3600;
const answer = (from: 'commune' | 'province' = 'commune') => ({
  add: { said: { from, kind: 'answer', text: 'Sáng 12/11 nhà mạng đặt bàn ở Thôn 2.' } },
});
const says = (kind: 'note' | 'stuck') => ({ add: { said: { from: 'village', kind, text: '' } } });
const passed = { set: { passed: { deadline: '2026-11-10', why: 'Cần nhà mạng của tỉnh' } } };
const move = (book: ReturnType<typeof simObstacle>) => whoseMove(obstacleOf(book.record));

describe('who may write what', () => {
  test('a team raises any kind, with a count and without a name', () => {
    for (const kind of obstacleKinds)
      expect(examined(obstacle, { set: { kind, asked: 'tinh', people: 0, text: '' } }, {})).toEqual([]);
    expect(codes(examined(obstacle, { set: { kind: 'khac' } }, {}))).toEqual(['record-malformed']);
    expect(codes(examined(obstacle, { set: { kind: 'lạ', asked: 'tinh' } }, {}))).toEqual(['record-malformed']);
    expect(codes(examined(obstacle, { set: { kind: 'khac', asked: 'tinh', text: 'ông A 042085001234' } }, {}))).toEqual(
      ['note-has-id-number'],
    );
  });

  test('whoever raised it says that it is solved, or the lead; another member may only add a word', () => {
    expect(raised({ set: { solved: true } })).toEqual([]);
    expect(raised({ set: { solved: true } }, 'villageLead', 9)).toEqual([]);
    expect(codes(raised({ set: { solved: true } }, 'villageMember', 6))).toEqual(['obstacle-not-yours']);
    expect(raised(says('stuck'), 'villageMember', 6)).toEqual([]);
  });

  test('officers answer in the name of their own level and never say for the team that it is solved', () => {
    expect(raised(answer(), 'communeOfficer')).toEqual([]);
    expect(raised(answer('province'), 'provinceOfficer')).toEqual([]);
    expect(codes(raised(answer('province'), 'communeOfficer'))).toEqual(['not-for-your-role']);
    expect(codes(raised(answer(), 'villageLead'))).toEqual(['not-for-your-role']);
    expect(codes(raised({ set: { solved: true } }, 'communeOfficer'))).toEqual(['not-for-your-role']);
  });

  test('a commune passes it up, not the team and not the province; a deadline gone by is asked about', () => {
    const soon = { set: { passed: { deadline: '2026-11-20', why: '' } } };
    expect(raised(soon, 'communeOfficer')).toEqual([]);
    expect(codes(raised(soon))).toEqual(['not-for-your-role']);
    expect(codes(raised(soon, 'provinceOfficer'))).toEqual(['not-for-your-role']);
    expect(codes(raised(passed, 'communeOfficer'))).toEqual(['day-gone-by']);
  });
});

describe('whose move it is', () => {
  test('the commune’s, until it answers; then the team’s; the commune’s again when the team is still stuck', () => {
    const book = simObstacle();
    expect(move(book)).toBe('commune');
    expect(move(book.write(answer(), { by: 9, after: anHour }))).toBe('village');
    expect(move(book.write(says('note'), { after: 2 * anHour }))).toBe('village');
    expect(move(book.write(says('stuck'), { after: 3 * anHour }))).toBe('commune');
    expect(move(book.write({ set: { solved: true } }, { after: 4 * anHour }))).toBe('nobody');
    expect(move(book.write({ set: { solved: false } }, { after: 5 * anHour }))).toBe('commune');
  });

  test('the province’s once it was passed up, also with an answer in the same breath, until the province answers', () => {
    const book = simObstacle().write({ ...passed, ...answer() }, { by: 9, after: anHour });
    expect(move(book)).toBe('province');
    expect(isLate(obstacleOf(book.record), '2026-11-10')).toBe(false);
    expect(isLate(obstacleOf(book.record), '2026-11-11')).toBe(true);
    book.write(answer('province'), { by: 10, after: 2 * anHour });
    expect(move(book)).toBe('village');
    expect(isLate(obstacleOf(book.record), '2026-11-11')).toBe(false);
    expect(move(book.write(says('stuck'), { after: 3 * anHour }))).toBe('province');
  });

  test('the province’s from the start when it is asked', () => {
    expect(move(simObstacle().write({ set: { asked: 'tinh' } }, { after: anHour }))).toBe('province');
  });
});

describe('M3: the order of a thread', () => {
  const slow = -48 * anHour;
  const stuckAfter = (op: string) => ({ add: { said: { from: 'village', kind: 'stuck', text: '', after: op } } });
  const words = (book: ReturnType<typeof simObstacle>) => obstacleOf(book.record).said.map(({ from }) => from);

  test('what answers something stands behind it, though the phone it was written on is two days slow', () => {
    const book = simObstacle().write(answer(), { by: 9, after: anHour });
    const { op } = obstacleOf(book.record).said[0]!;
    book.write(stuckAfter(op), { after: slow });
    expect(words(book)).toEqual(['commune', 'village']);
    expect(move(book)).toBe('commune');
    book.write(answer(), { by: 9, after: 2 * anHour });
    expect(move(book)).toBe('village');
  });

  test('what names itself, or something that is not there, stands where its clock puts it', () => {
    const book = simObstacle().write(answer(), { by: 9, after: anHour });
    book.write(stuckAfter('99-1'), { after: 2 * anHour }).write(stuckAfter('17-4'), { after: 3 * anHour });
    expect(words(book)).toEqual(['commune', 'village', 'village']);
  });
});

test('one that is solved grows no older', () => {
  const { record } = simObstacle().write({ set: { solved: true } }, { after: 49 * anHour });
  expect(ageOf(obstacleOf(record), '2026-11-30')).toBe(2);
});

test('it names a figure or a task, and nothing in which somebody could write a name', () => {
  const about = (set: object) =>
    codes(examined(obstacle, { set: { kind: 'khac', asked: 'tinh', people: 0, text: '', ...set } }, {}));
  expect(about({ measure: 'VNEID_CAI', task: null })).toEqual([]);
  expect(about({ task: '17-3' })).toEqual([]);
  expect(about({ task: 'duty:bao-cao-thang' })).toEqual([]);
  expect(about({ task: 'Nhà ông A' })).toEqual(['record-malformed']);
  expect(about({ measure: 'ông A' })).toEqual(['record-malformed']);
});

test('it is as old as its first word, whatever was written into it later', () => {
  const { record } = simObstacle().write({ set: { kind: 'khac' } }, { after: 30 * anHour });
  expect(ageOf(obstacleOf(record), '2026-11-12')).toBe(7);
});
