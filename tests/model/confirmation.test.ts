import { describe, expect, test } from 'vitest';
import { applyToRecord, openVersions, type EditableRecord } from '#model/record.ts';
import {
  confirmation,
  confirmationId,
  confirmationOf,
  readConfirmationId,
  type ConfirmationState,
} from '#model/records/confirmation.ts';
import { defaultSettings } from '#model/settings.ts';
import { write } from '../support/record-writes.ts';

const id = confirmationId('18124-02', '2026-11');

describe('the word of a village on its figures', () => {
  test('is named by the village and the period, and by nothing else', () => {
    expect(readConfirmationId(id)).toEqual({ village: '18124-02', period: '2026-11' });
    expect(readConfirmationId(confirmationId('18124-demo1', '2026-01'))?.village).toBe('18124-demo1');
    for (const other of [
      'confirmation:18124:2026-11',
      'confirmation:18124-02:2026-13',
      'confirmation:18124-02',
      id + ':x',
    ])
      expect(readConfirmationId(other)).toBeUndefined();
  });

  let seq = 0;
  const said = (
    record: EditableRecord | undefined,
    state: ConfirmationState,
    { at, reason, seen = openVersions(record, 'state') }: { at: number; reason?: string; seen?: string[] },
  ) => {
    seq += 1;
    const set = { state, ...(reason !== undefined && { reason }) };
    const body = { type: 'confirmation', record: id, set, ...(seen.length > 0 && { seen: { state: seen } }) };
    return applyToRecord(record, write(body, { seq, at }), { by: reason === undefined ? 5 : 31, receivedAt: at });
  };

  test('stands as it was last said, and keeps no reason that was answered', () => {
    expect(confirmationOf(undefined)).toEqual({ state: 'none', at: null, by: null, reason: null });
    const confirmed = said(undefined, 'confirmed', { at: 100 });
    expect(confirmationOf(confirmed)).toEqual({ state: 'confirmed', at: 100, by: 5, reason: null });
    const returned = said(confirmed, 'returned', { at: 200, reason: 'Thiếu' });
    expect(confirmationOf(returned)).toEqual({ state: 'returned', at: 200, by: 31, reason: 'Thiếu' });
    expect(confirmationOf(said(returned, 'confirmed', { at: 300 }))).toMatchObject({
      state: 'confirmed',
      reason: null,
    });
    expect(confirmationOf(said(confirmed, 'open', { at: 300 }))).toMatchObject({ state: 'none' });
  });

  test('M2: a return that whoever confirmed had not seen stands, whatever the clocks say', () => {
    for (const at of [50, 150]) {
      const both = said(said(undefined, 'confirmed', { at: 100 }), 'returned', { at, reason: 'Thiếu', seen: [] });
      expect(confirmationOf(both)).toMatchObject({ state: 'returned', at, reason: 'Thiếu' });
    }
  });

  const faultsOf = (role: 'villageMember' | 'communeOfficer', set: Record<string, string | null>, but = {}) =>
    confirmation
      .examine(
        { type: 'confirmation', record: id, set },
        {
          person: { id: 5, name: 'Hoa', role, unit: role === 'villageMember' ? '18124-02' : '18124' },
          unit: { id: '18124-02', level: 'village' },
          record: undefined,
          today: '2026-11-13',
          settings: defaultSettings,
          closedPeriods: [],
          ...but,
        },
      )
      .map(({ code }) => code);

  test('is the village’s to give and to take back, and the commune’s to return with a reason', () => {
    expect(faultsOf('villageMember', { state: 'confirmed' })).toEqual([]);
    expect(faultsOf('villageMember', { state: 'open' })).toEqual([]);
    expect(faultsOf('villageMember', { state: 'returned', reason: 'x' })).toEqual(['confirmation-not-yours']);
    expect(faultsOf('communeOfficer', { state: 'returned', reason: 'Thiếu buổi 3/11' })).toEqual([]);
    expect(faultsOf('communeOfficer', { state: 'returned', reason: ' ' })).toEqual(['reason-missing']);
    expect(faultsOf('communeOfficer', { state: 'returned', reason: 'CCCD 042085001234' })).toEqual([
      'note-has-id-number',
    ]);
    expect(faultsOf('communeOfficer', { state: 'confirmed' })).toEqual(['confirmation-not-yours']);
  });

  test('is for a period that has begun, and not for a closed one (rule S3)', () => {
    expect(faultsOf('villageMember', { state: 'confirmed' }, { closedPeriods: ['2026-11'] })).toEqual([
      'period-closed',
    ]);
    expect(faultsOf('villageMember', { state: 'confirmed' }, { today: '2026-10-14' })).toEqual(['month-ahead']);
  });
});
