import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { confirmationId } from '#model/records/confirmation.ts';
import { writeOver } from '#model/record.ts';
import { readAs } from '#protocol/read.ts';
import { ReportPage, type ReportCommand } from '#protocol/report.ts';
import { paths } from '#protocol/version.ts';
import { auditFor } from '#server/storage/audit-page.ts';
import { dashboardFor } from '#server/storage/dashboard.ts';
import { pullPage } from '#server/storage/pull.ts';
import { reportFor } from '#server/storage/report.ts';
import { takeStep } from '#server/storage/report-commands.ts';
import { databases } from '../support/databases.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { desk } from '../support/officer-desk.ts';
import { record } from '../support/operations.ts';
import { createProvince, thatEvening, type Phone, type TestProvince } from '../support/province.ts';
import { write } from '../support/record-writes.ts';
import { mustBeSound } from '../support/sound.ts';

const day = 24 * 3600 * 1000;
/** 15/11/2026, 9:30 in Vietnam: the morning after the period's last day. */
const morningAfter = Date.UTC(2026, 10, 15, 2, 30);

describe.each(databases)('the life of a report on $name', ({ open }) => {
  let province: TestProvince;
  let time: number;
  let officer: Phone;
  let top: Phone;
  let hoa: Phone;
  let seq: number;

  const period = '2026-11';
  const log = async (phone: Phone, counts: Record<string, number>, date = '2026-11-12') => {
    seq += 1;
    const operation = record(eveningInThon2({ counts, date }), { device: phone.device, seq, unit: phone.person.unit });
    return province.push(phone, [operation]);
  };
  const step = async (who: Phone, command: ReportCommand) => {
    const page = await takeStep(province, who, command);
    expect(readAs(ReportPage, page)).toEqual(page);
    return page;
  };
  const close = (who = officer, known = 0) => step(who, { command: 'close', unit: '18124', period, known });
  const page = (who: Phone, unit?: string) => reportFor(province, who, { unit, period });
  const confirm = async (phone: Phone, set: Record<string, string | null>, unit = phone.person.unit) => {
    seq += 1;
    const id = confirmationId(unit, period);
    const body = writeOver(undefined, { type: 'confirmation', record: id, set });
    return province.push(phone, [write(body, { device: phone.device, seq, unit, at: Math.floor(time / 1000) })]);
  };

  beforeEach(async () => {
    time = thatEvening;
    seq = 0;
    province = await createProvince({ open, clock: { now: () => time } });
    [officer, top, hoa] = [
      await province.phone('communeOfficer'),
      await province.phone('provinceOfficer'),
      await province.phone('villageMember'),
    ];
  });
  afterEach(async () => {
    await mustBeSound(province.db);
    await province.close();
  });

  test('a page has the figures, those of the period before, and of the year up to it', async () => {
    await log(hoa, { VNEID_CAI: 4 });
    await log(hoa, { VNEID_CAI: 3 }, '2026-10-10');
    await log(hoa, { VNEID_CAI: 2, DVC_HD: 1 }, '2026-01-10');
    await log(hoa, { VNEID_CAI: 50 }, '2025-12-10');
    for (const [who, unit] of [
      [officer, '18124'],
      [top, '42'],
    ] as const) {
      const shown = await page(who, unit);
      expect(readAs(ReportPage, shown)).toEqual(shown);
      expect(shown).toMatchObject({
        unit: { id: unit },
        period,
        first: '2026-10-15',
        last: '2026-11-14',
        standing: 'open',
        figures: { totals: { VNEID_CAI: 4 } },
        before: { period: '2026-10', totals: { VNEID_CAI: 3 } },
        year: { from: '2026-01', totals: { VNEID_CAI: 9, DVC_HD: 1 } },
        steps: [],
        late: [],
        amendments: [],
      });
    }
    expect((await page(officer)).before.rows.find(({ unit }) => unit === '18124-02')?.totals).toEqual({ VNEID_CAI: 3 });
    expect((await page(officer)).above).toEqual({ unit: '42', standing: 'open', at: null });
    expect((await page(top, '42')).below.map(({ unit, standing }) => [unit, standing])).toEqual([
      ['18124', 'open'],
      ['18127', 'open'],
    ]);
  });

  test('officers of the subtree read it; the villages, and officers of elsewhere, do not', async () => {
    await expect(page(hoa, '18124')).rejects.toMatchObject({ code: 'role-too-low' });
    await expect(page(officer, '18127')).rejects.toMatchObject({ code: 'unit-out-of-scope' });
    await expect(page(officer, '42')).rejects.toMatchObject({ code: 'unit-out-of-scope' });
    await expect(page(officer, '18124-02')).rejects.toMatchObject({ code: 'role-too-low' });
    expect((await page(top, '18127')).unit.id).toBe('18127');
  });

  test('S3: closing freezes the period, names the villages that have not confirmed, and is noted', async () => {
    await log(hoa, { VNEID_CAI: 4 });
    expect((await confirm(hoa, { state: 'confirmed' })).refused).toEqual([]);
    time = morningAfter;
    const closed = await close();
    expect(closed).toMatchObject({ standing: 'closed', figures: { closed: true, totals: { VNEID_CAI: 4 } } });
    expect(closed.steps).toEqual([
      {
        step: 'closed',
        number: 1,
        at: morningAfter / 1000,
        by: officer.person.name,
        reason: null,
        missing: ['18124-01', '18124-03'],
      },
    ]);
    expect((await log(hoa, { VNEID_CAI: 1 })).refused).toMatchObject([{ code: 'period-closed' }]);
    expect((await page(officer)).figures.totals).toEqual({ VNEID_CAI: 4 });
    const acts = await province.db.selectFrom('audit').selectAll().execute();
    expect(acts).toMatchObject([{ act: 'report.closed', unit_id: '18124', subject: period, device: officer.device }]);
  });

  test('two officers who close at once: one does, the other is told who and when, and nothing is done twice', async () => {
    time = morningAfter;
    const other = await province.phoneOf(await province.person('communeOfficer', '18124', 'Nguyễn Thị Thu'));
    const outcomes = await Promise.allSettled([close(officer), close(other)]);
    const [done] = outcomes.filter(({ status }) => status === 'fulfilled');
    const [refused] = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
    expect(done).toMatchObject({ value: { standing: 'closed', steps: [{ number: 1 }] } });
    const first = (await page(officer)).steps[0]!;
    expect(refused).toMatchObject({ code: 'report-moved-on', params: { by: first.by, when: '09:30 15/11/2026' } });
    expect((await page(officer)).steps).toHaveLength(1);
    expect(await province.db.selectFrom('audit').selectAll().execute()).toHaveLength(1);
  });

  test('an officer whose answer was lost presses again and is answered', async () => {
    time = morningAfter;
    await close();
    expect((await close()).steps).toHaveLength(1);
    await expect(close(officer, 1)).rejects.toMatchObject({ code: 'report-moved-on' });
  });

  test('before its last day a period is not closed, and not consolidated', async () => {
    await expect(close()).rejects.toMatchObject({ code: 'period-not-over', params: { last: '14/11/2026' } });
    await expect(step(top, { command: 'consolidate', unit: '42', period, known: 0 })).rejects.toMatchObject({
      code: 'period-not-over',
    });
    time = morningAfter - day;
    expect((await close()).standing).toBe('closed');
  });

  test('each step is for those whose it is, on a unit of their own', async () => {
    time = morningAfter;
    const of = (who: Phone, command: string, unit = '18124') =>
      step(who, { command, unit, period, known: 0, ...(command === 'return' && { reason: 'x' }) } as ReportCommand);
    await expect(of(hoa, 'close')).rejects.toMatchObject({ code: 'role-too-low' });
    await expect(of(top, 'close')).rejects.toMatchObject({ code: 'role-too-low' });
    await expect(of(officer, 'close', '18127')).rejects.toMatchObject({ code: 'unit-out-of-scope' });
    await expect(of(officer, 'close', '18124-02')).rejects.toMatchObject({ code: 'unit-out-of-scope' });
    await expect(of(officer, 'return')).rejects.toMatchObject({ code: 'role-too-low' });
    await expect(of(top, 'consolidate')).rejects.toMatchObject({ code: 'unit-out-of-scope' });
    await expect(of(top, 'return', '42')).rejects.toMatchObject({ code: 'unit-out-of-scope' });
    await expect(of(top, 'return')).rejects.toMatchObject({ code: 'report-not-closed' });
    await expect(of(officer, 'submit')).rejects.toMatchObject({ code: 'report-not-closed' });
    await expect(of(top, 'sent', '42')).rejects.toMatchObject({ code: 'report-not-consolidated' });
  });

  test('returned with a reason the figures stay frozen, until the commune submits again', async () => {
    time = morningAfter;
    await close();
    const returned = await step(top, { command: 'return', unit: '18124', period, known: 1, reason: 'Thiếu phần II.2' });
    expect(returned).toMatchObject({
      standing: 'returned',
      steps: [{}, { step: 'returned', reason: 'Thiếu phần II.2' }],
    });
    // In the month that runs by now, the commune's first page says so too.
    expect((await dashboardFor(province, officer, { period: '2026-12' })).before).toMatchObject({ report: 'returned' });
    expect((await log(hoa, { VNEID_CAI: 1 })).refused).toMatchObject([{ code: 'period-closed' }]);
    const again = await step(officer, { command: 'submit', unit: '18124', period, known: 2 });
    expect(again).toMatchObject({ standing: 'closed', figures: { totals: {} } });
    expect((await page(top, '42')).below[0]).toMatchObject({ unit: '18124', standing: 'closed', at: time / 1000 });
  });

  test('consolidating keeps the page as it stands and names the communes not closed; sent is the end', async () => {
    await log(hoa, { VNEID_CAI: 4 });
    time = morningAfter;
    await close();
    const whole = await step(top, { command: 'consolidate', unit: '42', period, known: 0 });
    expect(whole).toMatchObject({
      standing: 'consolidated',
      steps: [{ step: 'consolidated', missing: ['18127'] }],
      consolidated: { at: time / 1000, totals: { VNEID_CAI: 4 } },
    });
    expect((await page(officer)).above).toEqual({ unit: '42', standing: 'consolidated', at: time / 1000 });
    await expect(
      step(top, { command: 'return', unit: '18124', period, known: 1, reason: 'Muộn' }),
    ).rejects.toMatchObject({ code: 'report-consolidated' });
    expect(await step(top, { command: 'sent', unit: '42', period, known: 1 })).toMatchObject({ standing: 'sent' });
    await expect(step(top, { command: 'consolidate', unit: '42', period, known: 2 })).rejects.toMatchObject({
      code: 'report-sent',
    });
  });

  test('two officers who consolidate at once: one does, and the other is told to look first', async () => {
    time = morningAfter;
    const beside = await province.phone('provinceOfficer');
    await step(top, { command: 'consolidate', unit: '42', period, known: 0 });
    await expect(step(beside, { command: 'consolidate', unit: '42', period, known: 0 })).rejects.toMatchObject({
      code: 'report-moved-on',
      params: { by: top.person.name, step: 'consolidated' },
    });
    expect((await page(top, '42')).steps).toHaveLength(1);
  });

  test('a village takes its word back, a commune returns it with a reason, and a closed period takes none', async () => {
    const states = async () =>
      (await page(officer)).confirmations.map(({ unit, state, reason, entriesSince }) => [
        unit,
        state,
        reason,
        entriesSince,
      ]);
    expect(await states()).toEqual(['18124-01', '18124-02', '18124-03'].map((unit) => [unit, 'none', null, 0]));
    await confirm(hoa, { state: 'confirmed' });
    time += 60_000;
    await log(hoa, { VNEID_CAI: 1 });
    expect((await states())[1]).toEqual(['18124-02', 'confirmed', null, 1]);

    const officersSeq = seq;
    seq = 0;
    expect((await confirm(officer, { state: 'returned' }, '18124-02')).refused).toMatchObject([
      { code: 'reason-missing' },
    ]);
    time += 60_000;
    expect((await confirm(officer, { state: 'returned', reason: 'Thiếu buổi 12/11' }, '18124-02')).refused).toEqual([]);
    expect((await confirm(officer, { state: 'confirmed' }, '18124-02')).refused).toMatchObject([
      { code: 'confirmation-not-yours' },
    ]);
    expect((await states())[1]).toEqual(['18124-02', 'returned', 'Thiếu buổi 12/11', 0]);
    seq = officersSeq;
    time = morningAfter;
    await close();
    expect((await confirm(hoa, { state: 'confirmed' })).refused).toMatchObject([{ code: 'period-closed' }]);
  });

  const amend = async (operations: string[], reason = 'Mất sóng') =>
    step(officer, {
      command: 'amend',
      unit: '18124',
      period,
      known: (await page(officer)).steps.length,
      reason,
      operations,
    });

  test('S3, L1: an amendment numbers late work behind all else, and brings it to its own phone and the others', async () => {
    const nam = await province.phone('villageLead', '18124-02');
    time = morningAfter;
    await close();
    expect((await log(hoa, { VNEID_CAI: 3 })).refused).toMatchObject([{ code: 'period-closed' }]);
    expect((await log(hoa, { VNEID_CAI: 3 })).refused).toHaveLength(1);
    expect((await page(top, '42')).below[0]).toMatchObject({ unit: '18124', late: 2 });
    const address = `${paths.report}?unit=18124&period=${period}`;
    for (const who of [top, top, hoa]) await desk(province, who).get(address);
    expect((await auditFor(province, top, {})).rows.filter(({ act }) => act === 'late.read')).toMatchObject([
      { by: { id: top.person.id }, unit: '18124', subject: period },
    ]);
    const read = (who: Phone, cursor: number) => pullPage(province, who, { cursor, own: false, situation: '' });
    const before = await read(hoa, 0);

    const name = `${hoa.device}-1`;
    const amended = await amend([name]);
    expect(amended.amendments).toMatchObject([
      { number: 1, by: officer.person.name, operations: [{ operation: name, counts: { VNEID_CAI: 3 } }] },
    ]);
    expect(amended).toMatchObject({ standing: 'closed', figures: { totals: { VNEID_CAI: 3 } } });
    for (const who of [hoa, nam]) {
      const { operations, cursor } = await read(who, before.cursor);
      expect(operations.map((one) => [`${one.device}-${one.seq}`, one.number])).toEqual([[name, cursor]]);
      expect(cursor).toBe(before.cursor + 1);
    }
    expect((await read(hoa, before.cursor)).holding.totals).toEqual({ [period]: { VNEID_CAI: 3 } });
    // Its receipt, asked for again, says so too (rule P3).
    const again = record(eveningInThon2({ counts: { VNEID_CAI: 3 }, date: '2026-11-12' }), {
      device: hoa.device,
      seq: 1,
      unit: '18124-02',
    });
    expect(await province.push(hoa, [again])).toMatchObject({ accepted: [[1, before.cursor + 1, 1]], refused: [] });
    expect((await province.db.selectFrom('audit').select('act').execute()).map(({ act }) => act)).toEqual([
      'report.closed',
      'late.read',
      'report.amended',
    ]);
  });

  test('S3: amendments after the province consolidated are shown beside what it consolidated', async () => {
    time = morningAfter;
    await close();
    await log(hoa, { VNEID_CAI: 3 });
    await step(top, { command: 'consolidate', unit: '42', period, known: 0 });
    time += 60_000;
    await amend([`${hoa.device}-1`]);
    expect(await page(top, '42')).toMatchObject({
      standing: 'consolidated',
      figures: { totals: { VNEID_CAI: 3 } },
      consolidated: { totals: {} },
      below: [{ unit: '18124', amendedSince: 1, late: 0 }, { unit: '18127' }],
    });
    const anew = await step(top, { command: 'consolidate', unit: '42', period, known: 1 });
    expect(anew).toMatchObject({ consolidated: { totals: { VNEID_CAI: 3 } }, below: [{ amendedSince: 0 }, {}] });
  });

  test('P5: what a phone says anew, or lets go, is taken no more; a letting go that says nothing right is refused', async () => {
    time = morningAfter;
    await close();
    await log(hoa, { VNEID_CAI: 3 });
    await log(hoa, { VNEID_CAI: 4 });
    const [first, second] = [`${hoa.device}-1`, `${hoa.device}-2`];
    const named = { device: hoa.device, unit: '18124-02', at: Math.floor(time / 1000) };
    const anew = {
      ...record(eveningInThon2({ counts: { VNEID_CAI: 3 }, date: '2026-11-15' }), { ...named, seq: 3 }),
      instead: first,
    };
    const letGo = (operations: unknown, at: number) => ({
      ...named,
      seq: at,
      kind: 'refused.let-go',
      body: { operations },
    });
    const receipt = await province.push(hoa, [
      anew,
      letGo([second], 4),
      letGo([], 5),
      letGo('all', 6),
      letGo([`${officer.device}-1`], 7),
    ]);
    expect(receipt.refused.map(({ seq: at, code }) => [at, code])).toEqual([
      [5, 'operation-malformed'],
      [6, 'operation-malformed'],
      [7, 'operation-malformed'],
    ]);
    expect((await page(officer)).late).toEqual([]);
    for (const name of [first, second]) await expect(amend([name])).rejects.toMatchObject({ code: 'amendment-unfit' });
    const elsewhere = { ...letGo([`${top.device}-9`], 1), device: top.device, unit: '42' };
    expect((await province.push(top, [elsewhere])).refused).toMatchObject([{ code: 'role-may-not-save' }]);
  });

  test('by the wire: what is no command is refused in a sentence, and a page is answered', async () => {
    time = morningAfter;
    const app = await province.app();
    const headers = { authorization: `Bearer ${officer.token}` };
    const post = (url: string, payload: object) => app.inject({ method: 'POST', url, headers, payload });
    for (const payload of [
      {},
      { unit: '18124', period },
      { unit: '18124', period: '2026-13', known: 0 },
      { unit: '18124', period, known: -1 },
      { unit: '18124', period, known: 0, colour: 'red' },
    ])
      expect((await post(paths.closeReport, payload)).json()).toMatchObject({ code: 'body-unreadable' });
    const many = Array.from({ length: 5000 }, (_, i) => `1234567-${i + 1}`);
    const amended = await post(paths.amendReport, {
      unit: '18124',
      period,
      known: 0,
      reason: 'Bổ sung',
      operations: many,
    });
    expect(amended.json()).toMatchObject({ code: 'report-not-closed', message: expect.stringContaining('chốt') });
    const closed = await post(paths.closeReport, { unit: '18124', period, known: 0 });
    expect(closed.json()).toMatchObject({ standing: 'closed' });
    const read = await app.inject({ url: `${paths.report}?unit=18124&period=${period}`, headers });
    expect(read.json()).toMatchObject({ standing: 'closed', steps: [{ by: officer.person.name }] });
    expect((await app.inject({ url: `${paths.report}?period=99`, headers })).json()).toMatchObject({
      code: 'query-unreadable',
    });
  });
});
