import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Operation } from '#model/operation.ts';
import type { RecordWrite } from '#model/record.ts';
import type { PullPage } from '#protocol/pull.ts';
import { closePeriod } from '#server/storage/closures.ts';
import { pullPage } from '#server/storage/pull.ts';
import { databases } from '../support/databases.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { correction, record } from '../support/operations.ts';
import { write } from '../support/record-writes.ts';
import { createProvince, thatEvening, type Phone, type TestProvince } from '../support/province.ts';

describe.each(databases)('pulling from $name', ({ open }) => {
  let province: TestProvince;
  let hoa: Phone;
  let lan: Phone;
  const evening = (phone: Phone, seq: number) =>
    record(eveningInThon2({ counts: { VNEID_CAI: seq } }), { device: phone.device, seq, unit: phone.person.unit });
  const evenings = (phone: Phone, first: number, many: number) =>
    Array.from({ length: many }, (_, i) => evening(phone, first + i));
  const pull = (phone: Phone, but: Partial<{ cursor: number; own: boolean; situation: string }> = {}, most?: number) =>
    pullPage(province, phone, { cursor: 0, own: false, situation: '', ...but }, most);
  const names = ({ operations }: Pick<PullPage, 'operations'>) =>
    operations.map(({ device, seq, number }) => [device, seq, number]);

  beforeEach(async () => {
    province = await createProvince({ open });
    hoa = await province.phone('villageMember');
    lan = await province.phone('villageMember');
  });
  afterEach(() => province.close());

  test('L2: a phone gets what its own team wrote, and nothing of the next village', async () => {
    const neighbour = await province.phone('villageMember', '18124-01');
    await province.push(neighbour, evenings(neighbour, 1, 2));
    await province.push(lan, evenings(lan, 1, 1));
    await province.push(neighbour, evenings(neighbour, 3, 1));
    const page = await pull(hoa);
    expect(names(page)).toEqual([[lan.device, 1, 3]]);
    expect(page).toMatchObject({ cursor: 4, more: false, at: thatEvening / 1000 });
    expect(page.operations[0]).toEqual({
      ...evening(lan, 1),
      number: 3,
      by: lan.person.id,
      receivedAt: thatEvening / 1000,
    });
  });

  test('L2: what officers keep among themselves goes to officers, and past a village’s phone', async () => {
    const officer = await province.phone('communeOfficer');
    const top = await province.phone('provinceOfficer');
    const view: RecordWrite = { type: 'saved-view', set: { title: 'Theo thôn', address: 'cs=VNEID_CAI' } };
    const praise: RecordWrite = { type: 'merit', record: 'merit:18124-02:2026-10', set: { decision: 'praise' } };
    const told: RecordWrite = { type: 'announcement', set: { title: 'Họp', text: 'Họp lúc 19:30', units: 'all' } };
    const byOfficer = (phone: Phone, seq: number, body: RecordWrite, unit = phone.person.unit) =>
      write(body, { device: phone.device, seq, at: thatEvening / 1000, unit });
    const receipt = await province.push(officer, [
      byOfficer(officer, 1, view),
      byOfficer(officer, 2, told),
      byOfficer(officer, 3, praise, '18124-02'),
    ]);
    expect(receipt.refused).toEqual([]);
    await province.push(top, [byOfficer(top, 1, view)]);
    const read = async (phone: Phone) => {
      const streams = { cursor: 0, communeCursor: 0, provinceCursor: 0, own: false, situation: '' };
      const { operations, ...page } = await pullPage(province, phone, streams);
      return { ...page, types: operations.map(({ body }) => (body as RecordWrite).type) };
    };
    const village = await read(hoa);
    expect(village.types).toEqual(['announcement']);
    expect(village).toMatchObject({ cursor: 3, communeCursor: 3, provinceCursor: 1, more: false });
    const colleague = await read(await province.phone('communeOfficer'));
    expect(colleague.types).toEqual(['saved-view', 'announcement', 'merit', 'saved-view']);
  });

  test('L1: page by page, the cursor skips nothing and brings nothing twice', async () => {
    const neighbour = await province.phone('villageMember', '18124-01');
    for (let round = 0; round < 5; round += 1) {
      await province.push(neighbour, evenings(neighbour, round * 3 + 1, 3));
      await province.push(lan, evenings(lan, round * 4 + 1, 4));
    }
    const read: number[] = [];
    let page = await pull(hoa, {}, 3);
    for (;;) {
      read.push(...page.operations.map(({ seq }) => seq));
      if (!page.more) break;
      // Somebody writes while we read.
      if (read.length === 9) await province.push(lan, evenings(lan, 21, 2));
      page = await pull(hoa, { cursor: page.cursor }, 3);
    }
    expect(read).toEqual(Array.from({ length: 22 }, (_, i) => i + 1));
    expect(page.cursor).toBe(37);
    expect((await pull(hoa, { cursor: page.cursor })).operations).toEqual([]);
  });

  test('L1: what is accepted after a page was read lies beyond its cursor', async () => {
    await province.push(lan, evenings(lan, 1, 2));
    const { cursor } = await pull(hoa);
    await province.push(lan, evenings(lan, 3, 1));
    expect(names(await pull(hoa, { cursor }))).toEqual([[lan.device, 3, 3]]);
  });

  test('T1: a phone that lost its own work reads it back by asking for it', async () => {
    await province.push(hoa, evenings(hoa, 1, 2));
    await province.push(lan, evenings(lan, 1, 1));
    expect(names(await pull(hoa))).toEqual([[lan.device, 1, 3]]);
    const page = await pull(hoa, { own: true });
    expect(names(page)).toEqual([
      [hoa.device, 1, 1],
      [hoa.device, 2, 2],
      [lan.device, 1, 3],
    ]);
    expect(page.holding).toEqual({ highestSeq: 2, totals: { '2026-11': { VNEID_CAI: 3 } } });
  });

  test('P5: refused operations are nobody’s to pull', async () => {
    await province.push(lan, [record(eveningInThon2({ counts: {} }), { device: lan.device, unit: '18124-02' })]);
    expect((await pull(hoa)).operations).toEqual([]);
  });

  test('L4: a field of a newer app on an operation, a body or a content arrives as it was sent', async () => {
    const newer = {
      ...evening(lan, 1),
      body: { ...eveningInThon2(), photo: 'p-1' },
      signedBy: 'k1',
    } as unknown as Operation;
    expect((await province.push(lan, [newer])).refused).toEqual([]);
    expect((await pull(hoa)).operations[0]).toMatchObject(newer);
    expect((await province.push(lan, [newer])).refused).toEqual([]);
    const altered = { ...newer, signedBy: 'k2' } as unknown as Operation;
    expect((await province.push(lan, [altered])).refused[0]?.code).toBe('name-taken');
  });

  test('an officer gets the situation and no operations, whatever the unit', async () => {
    await province.push(lan, evenings(lan, 1, 2));
    for (const role of ['communeOfficer', 'provinceOfficer', 'administrator'] as const) {
      const page = await pull(await province.phone(role), { own: true });
      expect(page).toMatchObject({ operations: [], more: false, holding: { highestSeq: 0, totals: {} } });
      expect(page.situation?.person.role).toBe(role);
    }
  });

  test('the situation is sent once, and again when a period is closed or a colleague comes', async () => {
    const first = (await pull(hoa)).situation!;
    expect(first.units.map(({ id }) => id)).toEqual(['18124-02', '18124', '42']);
    expect(first.team.map(({ id }) => id)).toEqual([hoa.person.id, lan.person.id]);
    expect((await pull(hoa, { situation: first.version })).situation).toBeNull();

    await closePeriod(province.db, { commune: '18124', period: '2026-10', by: lan.person.id, at: 1_794_000_000 });
    const second = (await pull(hoa, { situation: first.version })).situation!;
    expect(second.closed).toEqual([{ period: '2026-10', closedAt: 1_794_000_000 }]);

    await province.phone('villageLead');
    const third = (await pull(hoa, { situation: second.version })).situation!;
    expect(third.team).toHaveLength(3);
    expect(new Set([first.version, second.version, third.version]).size).toBe(3);
  });

  test('L2: somebody who moved to another village sees that one, and not the old one any more', async () => {
    await province.push(lan, evenings(lan, 1, 1));
    const neighbour = await province.phone('villageMember', '18124-01');
    await province.push(neighbour, evenings(neighbour, 1, 1));
    const moved = { ...hoa, person: { ...hoa.person, unit: '18124-01' }, path: '42/18124/18124-01/' };
    expect(names(await pull(moved))).toEqual([[neighbour.device, 1, 2]]);
  });

  test('a cursor from another commune, beyond this one’s head, begins anew instead of skipping', async () => {
    await province.push(lan, evenings(lan, 1, 2));
    expect(await pull(hoa, { cursor: 500 })).toMatchObject({ cursor: 2, operations: [{ seq: 1 }, { seq: 2 }] });
  });

  test('a lead’s correction of my entry comes to my phone, although the entry is my own', async () => {
    const lead = await province.phone('villageLead');
    await province.push(hoa, evenings(hoa, 1, 1));
    const change = correction(`${hoa.device}-1`, eveningInThon2(), { device: lead.device, unit: '18124-02' });
    await province.push(lead, [change]);
    expect(names(await pull(hoa))).toEqual([[lead.device, 1, 2]]);
  });
});
