import { describe, expect, test } from 'vitest';
import { applyToRecord, conflicts, writeOver, type EditableRecord, type RecordWrite } from '#model/record.ts';
import { isLate, planItemId, planItemOf, readPlanItemId, type PlanItem } from '#model/records/plan-item.ts';
import { writtenToPlan } from '../../support/plan-officer.ts';

const id = planItemId('hatinh-ii-07', '42');
const codes = (...of: Parameters<typeof writtenToPlan>) => writtenToPlan(...of).map(({ code }) => code);

/** The record after what officers wrote one after another, each on a device of their own and seeing the one before. */
const after = (...sets: NonNullable<RecordWrite['set']>[]): EditableRecord =>
  sets.reduce<EditableRecord | undefined>(
    (record, set, i) =>
      applyToRecord(
        record,
        {
          device: i + 1,
          seq: 1,
          at: 1_794_000_000 + i,
          unit: '42',
          kind: 'record.write',
          body: writeOver(record, { type: 'plan-item', record: id, set }),
        },
        { by: i + 1, receivedAt: null },
      ),
    undefined,
  )!;

describe('a task of a plan', () => {
  test('I3: is named by what it is and whose plan it is in, and its name is read back', () => {
    expect(id).toBe('plan-item:hatinh-ii-07:42');
    expect(readPlanItemId(id)).toEqual({ key: 'hatinh-ii-07', unit: '42' });
    expect(readPlanItemId('plan-item:42')).toBeUndefined();
  });

  test('taken over, it says what the library says, and only what was changed differs', () => {
    const item = planItemOf(after({ owner: 'Sở Tài chính' }))!;
    expect(item).toMatchObject({ code: 'II.7', owner: 'Sở Tài chính', deadline: '2023-06-01', status: 'waiting' });
    expect(item.text).toContain('số hóa');
    expect(item.stages.map(({ level }) => level)).toEqual(['province', 'district', 'commune']);
  });

  test('keeps its notes by month, the newest first, and forgets one that was emptied', () => {
    const record = after(
      { 'note.2026-09': 'Đang lập phương án' },
      { 'note.2026-11': '5 xã chưa có máy quét', 'note.2026-10': 'Đã họp' },
      { 'note.2026-10': '' },
    );
    expect(planItemOf(record)!.notes).toEqual([
      { period: '2026-11', text: '5 xã chưa có máy quét', by: 2, at: 1_794_000_001 },
      { period: '2026-09', text: 'Đang lập phương án', by: 1, at: 1_794_000_000 },
    ]);
  });

  test('M2: what two officers say at once without knowing of it stays side by side', () => {
    const write = (device: number, set: NonNullable<RecordWrite['set']>) => ({
      device,
      seq: 1,
      at: 1_794_000_000 + device,
      unit: '42',
      kind: 'record.write' as const,
      body: { type: 'plan-item', record: id, set },
    });
    const doing = applyToRecord(undefined, write(1, { status: 'doing' }), { by: 1, receivedAt: null });
    const both = applyToRecord(doing, write(2, { status: 'done', 'note.2026-11': 'Xong' }), {
      by: 2,
      receivedAt: null,
    });
    expect(planItemOf(both)).toMatchObject({ status: 'done', notes: [{ text: 'Xong' }] });
    expect(conflicts(both)).toEqual(['status']);
  });

  test('is late after its last day, until it is done or given up; what goes on without end never is', () => {
    const item = (status: PlanItem['status'], deadline: string) => isLate({ status, deadline }, '2026-11-12');
    expect(item('doing', '2026-11-11')).toBe(true);
    expect(item('doing', '2026-11-12')).toBe(false);
    expect(item('waiting', '2026-10')).toBe(true);
    expect(item('waiting', '2026')).toBe(false);
    expect(item('done', '2022')).toBe(false);
    expect(item('dropped', '2022')).toBe(false);
    expect(item('steady', 'ongoing')).toBe(false);
  });
});

describe('who may write it, and what', () => {
  test('an officer of the unit whose plan it is', () => {
    expect(codes({ status: 'doing', 'note.2026-11': 'Đang làm' })).toEqual([]);
    expect(codes({ status: 'doing' }, { role: 'communeOfficer', unit: '18124' })).toEqual([]);
  });

  test('no village team, and no officer of another unit', () => {
    expect(codes({ status: 'done' }, { role: 'villageLead', unit: '18124-02' })).toEqual(['officers-only']);
    expect(codes({ status: 'done' }, { role: 'provinceOfficer', unit: '18124' })).toEqual(['record-elsewhere']);
  });

  test('a task the library has not is refused, and one of one’s own needs its words', () => {
    expect(codes({ status: 'done' }, { key: 'hatinh-ix-99' })).toEqual(['plan-task-unknown']);
    expect(writtenToPlan({ status: 'waiting', code: '1' }, { key: 'own-1' }).map(({ field }) => field)).toEqual([
      'text',
      'owner',
      'deadline',
    ]);
  });

  test('no note of a month to come, and none with a citizen’s number', () => {
    expect(codes({ 'note.2026-12': 'Sẽ xong' })).toEqual(['month-ahead']);
    expect(codes({ 'note.2026-11': 'Gọi 042085001234' })).toEqual(['note-has-id-number']);
    expect(codes({ 'note.2026-13': 'Tháng mười ba' })).toEqual(['record-malformed']);
    expect(codes({ 'note.2026-11': 'a'.repeat(281) })).toEqual(['note-too-long']);
  });

  test('no status and no deadline of another shape', () => {
    expect(codes({ status: 'xong' })).toEqual(['record-malformed']);
    expect(codes({ deadline: '31/12/2026' })).toEqual(['record-malformed']);
    expect(codes({ deadline: '2026-12-31', toString: 'x' })).toEqual(['record-malformed']);
  });
});
