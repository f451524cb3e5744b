import { describe, expect, test } from 'vitest';
import { examineParts } from '#model/allocation.ts';
import { examineChange } from '#model/change-rules.ts';
import { examineEntry } from '#model/entry-rules.ts';
import type { OutreachEntry } from '#model/entry.ts';
import type { EntryContent } from '#model/entry-content.ts';
import { askedFaults, refusedFaults, type Fault, type FaultCode } from '#model/fault.ts';
import type { KnownOperation } from '#model/operation.ts';
import type { Role } from '#model/person.ts';
import { confirmation, confirmationId } from '#model/records/confirmation.ts';
import { guideCard } from '#model/records/guide-card.ts';
import { officialFigure } from '#model/records/official-figure.ts';
import { target } from '#model/records/target.ts';
import { mobilePoint } from '#model/records/mobile-point.ts';
import { progressDefinition, progressId } from '#model/records/progress.ts';
import { taskDefinition } from '#model/records/task.ts';
import en from '../../locales/en/refusals.json' with { type: 'json' };
import vi from '../../locales/vi/refusals.json' with { type: 'json' };
import { thon2Today } from '../support/circumstances.ts';
import { chalkboard, writtenOn } from '../support/chalkboard.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { writtenBy } from '../support/official-writes.ts';
import { announced, raised } from '../support/village-records.ts';
import { examined, recordSaying } from '../support/examined.ts';
import { correction, record, withdrawal } from '../support/operations.ts';
import { someone } from '../support/people.ts';
import { writtenToPlan } from '../support/plan-officer.ts';

const circumstances = thon2Today({ unit: { validFrom: '2022-03-01', validTo: null } });
const asked = (operation: KnownOperation, entry?: OutreachEntry, role?: Role): Fault[] =>
  examineChange(operation, entry, someone(role), circumstances);
const recorded = (but: Partial<EntryContent>) => asked(record(eveningInThon2(but)));

const mine: OutreachEntry = {
  id: '17-1',
  unit: '18124-02',
  author: 5,
  revisions: [{ content: eveningInThon2(), device: 17, seq: 1, at: 1_794_480_000, by: 5 }],
};
const withdrawn = { ...mine, withdrawal: { device: 17, seq: 2, at: 1_794_490_000, by: 5, reason: 'Ghi trùng' } };

const aimed = (role: Role, unit: string, period = '2026-11') =>
  writtenBy(role, target, { record: `target:VNEID_CAI:${unit}:${period}`, unit, set: { value: 40 } });

/** For every fault, what somebody did to meet it. A new code without an example does not compile. */
const examples: Record<FaultCode, Fault[]> = {
  'date-malformed': recorded({ date: '30/2/2026' }),
  'date-in-future': recorded({ date: '2026-11-13' }),
  'date-before-programme': recorded({ date: '2022-01-05' }),
  'date-outside-unit': recorded({ date: '2022-02-28' }),
  'period-closed': recorded({ date: '2026-10-14' }),
  'place-unknown': recorded({ place: '' }),
  'channel-unknown': recorded({ channel: 'bo-cau' }),
  'measure-unknown': recorded({ counts: { LA: 1 } }),
  'count-not-whole': recorded({ counts: { VNEID_CAI: -1 } }),
  'count-too-large': recorded({ counts: { VNEID_CAI: 501 } }),
  'nothing-counted': recorded({ counts: {} }),
  'session-missing': recorded({ counts: { TT_NGUOI: 20 } }),
  'place-not-for-level2': recorded({ place: 'tai-nha', counts: { DD_MUC2_LD: 3 } }),
  'satisfied-above-asked': recorded({ counts: { HAI_LONG: 9, HAI_LONG_HOI: 8 } }),
  'cell-unknown': recorded({ cells: { 'VNEID_CAI/gender/khac': 1 } }),
  'cell-above-total': recorded({ cells: { 'VNEID_CAI/gender/nu': 7 } }),
  'service-unknown': recorded({ counts: { DVC_HD: 1 }, services: { 'cap-so-do': 1 } }),
  'services-above-total': recorded({ counts: { DVC_HD: 1 }, services: { khac: 2 } }),
  'note-too-long': recorded({ note: 'a'.repeat(281) }),
  'note-has-id-number': recorded({ note: '042085001234' }),
  'reason-missing': asked(withdrawal('17-1', {}, ' '), mine),
  'entry-unknown': asked(withdrawal('17-1')),
  'entry-withdrawn': asked(correction('17-1', eveningInThon2()), withdrawn),
  'entry-not-yours': asked(withdrawal('17-1'), { ...mine, author: 6 }),
  'unit-not-yours': asked(record(eveningInThon2(), { unit: '18124-03' })),
  'unit-left': examineEntry(eveningInThon2(), { ...circumstances, until: '2026-11-11' }),
  'role-may-not-save': asked(record(eveningInThon2()), undefined, 'communeOfficer'),
  'record-unknown': writtenOn(chalkboard, { record: '9-9', set: { text: 'Họp lúc 19:30' } }),
  'record-elsewhere': writtenOn(chalkboard, { record: '17-1', set: { text: 'Họp lúc 20:00' } }, '18124-03'),
  'record-malformed': writtenOn(chalkboard, { set: { text: 5 } }),
  'for-province-only': writtenBy('communeOfficer', guideCard, {
    record: 'guide-card:muc-2:18124',
    unit: '18124',
    set: { text: null },
  }),
  'officers-only': aimed('villageLead', '18124-02'),
  'target-set-above': aimed('communeOfficer', '18124'),
  'target-period-past': aimed('communeOfficer', '18124-02', '2026-09'),
  'parts-do-not-add-up': examineParts(60, [20, 20, 18]),
  'figure-ahead': writtenBy('communeOfficer', officialFigure, {
    record: 'official:TK_MUC2:18124:2027-01',
    unit: '18124',
    set: { count: 1204, asOf: '2026-10-31' },
  }),
  'not-for-your-role': writtenOn(mobilePoint, { set: { what: 'muc2' } }),
  'obstacle-not-yours': raised({ set: { solved: true } }, 'villageMember', 6),
  'answer-missing': raised({ add: { said: { from: 'commune', kind: 'answer', text: ' ' } } }, 'communeOfficer'),
  'hours-backwards': announced({ hours: { from: '11:00', to: '07:30' } }),
  'role-may-not-assign': examined(taskDefinition, { set: { title: 'Dán mã QR', units: 'all' } }),
  'title-missing': examined(taskDefinition, { set: { units: 'all' } }, { role: 'communeOfficer' }),
  'units-missing': examined(taskDefinition, { set: { title: 'Dán mã QR', units: [] } }, { role: 'communeOfficer' }),
  'deadline-past': examined(
    taskDefinition,
    { set: { title: 'Dán mã QR', units: 'all', deadline: '2026-11-11' } },
    { role: 'communeOfficer' },
  ),
  'steps-taken-away': examined(
    taskDefinition,
    { record: '3-1', set: { steps: [] } },
    { role: 'communeOfficer', record: recordSaying(taskDefinition, '3-1', '18124', { steps: ['In mã'] }) },
  ),
  'progress-not-yours': examined(
    progressDefinition,
    { record: progressId('3-1', '18124-02', 'once'), set: { done: true } },
    { role: 'communeOfficer', unit: { id: '18124-02', level: 'village' } },
  ),
  'plan-task-unknown': writtenToPlan({ status: 'done' }, { key: 'hatinh-ix-99' }),
  'confirmation-not-yours': examined(
    confirmation,
    { record: confirmationId('18124-02', '2026-11'), set: { state: 'confirmed' } },
    { role: 'communeOfficer', unit: { id: '18124-02', level: 'village' } },
  ),
  'month-ahead': writtenToPlan({ 'note.2026-12': 'Sắp xong' }),
  'count-unusual': recorded({ counts: { VNEID_CAI: 101 } }),
  'date-long-ago': recorded({ date: '2026-08-01' }),
  'note-has-phone-number': recorded({ note: '0912 345 678' }),
  'day-gone-by': announced({ day: '2026-11-11' }),
};

describe.each([...refusedFaults, ...askedFaults])('%s', (code) => {
  test('is met by somebody, alone, and stops them or asks them', () => {
    expect(examples[code].map((fault) => fault.code)).toEqual([code]);
    expect(examples[code][0]?.weight).toBe((askedFaults as readonly string[]).includes(code) ? 'ask' : 'refuse');
    expect(examples[code][0]?.field).not.toBe('');
  });

  test('brings what its sentence wants to say', () => {
    for (const sentence of [vi[code], en[code]]) {
      const wanted = [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
      expect(Object.keys(examples[code][0]!.params)).toEqual(expect.arrayContaining(wanted));
    }
  });
});
