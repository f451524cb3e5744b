import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Operation } from '#model/operation.ts';
import type { Receipt } from '#protocol/receipt.ts';
import { protocolVersion } from '#protocol/version.ts';
import { acceptBatch } from '#server/storage/ledger.ts';
import { closePeriod } from '#server/storage/closures.ts';
import { beforeCommit } from '../support/before-commit.ts';
import { databases } from '../support/databases.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { correction, likelyRecords, record, withdrawal } from '../support/operations.ts';
import { createProvince, thatEvening, type Phone, type TestProvince } from '../support/province.ts';
import { mustBeSound } from '../support/sound.ts';

const now = thatEvening / 1000;

describe.each(databases)('the ledger on $name', ({ open }) => {
  let province: TestProvince;
  let hoa: Phone;
  const from = (phone: Phone, seq: number) => ({ device: phone.device, seq, unit: phone.person.unit });
  const evening = (phone: Phone, seq: number, installed = 6) =>
    record(eveningInThon2({ counts: { VNEID_CAI: installed } }), from(phone, seq));
  const rollup = async (unit: string, period = '2026-11') => {
    const rows = await province.db
      .selectFrom('rollup')
      .selectAll()
      .where('unit_id', '=', unit)
      .where('period', '=', period)
      .execute();
    return Object.fromEntries(rows.filter(({ total }) => total !== 0).map(({ measure, total }) => [measure, total]));
  };
  const kept = () => province.db.selectFrom('operation').selectAll().orderBy('device').orderBy('seq').execute();

  beforeEach(async () => {
    province = await createProvince({ open });
    hoa = await province.phone('villageMember');
  });
  afterEach(async () => {
    await mustBeSound(province.db);
    await province.close();
  });

  test('an evening in Thôn 2 reaches the province: it is received, and the village and the commune count it', async () => {
    const receipt = await province.push(hoa, [record(eveningInThon2(), from(hoa, 1))]);
    expect(receipt).toEqual({
      device: hoa.device,
      at: now,
      through: 1,
      accepted: [[1, 1, 1]],
      refused: [],
      holding: { highestSeq: 1, totals: { '2026-11': eveningInThon2().counts } },
    });
    expect(await rollup('18124-02')).toEqual(eveningInThon2().counts);
    expect(await rollup('18124')).toEqual(eveningInThon2().counts);
    expect(await rollup('18124-01')).toEqual({});
  });

  test('S1: while the commit is still to come there is no receipt', async () => {
    let [written, commit] = [() => {}, () => {}];
    const worked = new Promise<void>((resolve) => (written = resolve));
    const committing = new Promise<void>((resolve) => (commit = resolve));
    const db = beforeCommit(province.db, () => (written(), committing));
    const batch = { version: protocolVersion, device: hoa.device, waiting: 1, operations: [evening(hoa, 1)] };
    let receipt: Receipt | undefined;
    const accepted = acceptBatch({ ...province, db }, hoa, batch).then((answer) => (receipt = answer));
    await worked;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(receipt).toBeUndefined();
    commit();
    await accepted;
    expect(receipt).toMatchObject({ through: 1, accepted: [[1, 1, 1]] });
  });

  test('P3: an entry sent twice because the reply was lost counts once, and the second receipt says what the first said', async () => {
    const batch = [evening(hoa, 1), record(eveningInThon2({ counts: {} }), from(hoa, 2)), evening(hoa, 3)];
    const first = await province.push(hoa, batch);
    expect(first.refused.map(({ seq, code }) => [seq, code])).toEqual([[2, 'nothing-counted']]);
    expect(await province.push(hoa, batch)).toEqual(first);
    expect(await rollup('18124-02')).toEqual({ VNEID_CAI: 12 });
    expect(await kept()).toHaveLength(3);
  });

  test('P3: a batch that overlaps an earlier one settles only what is new', async () => {
    await province.push(hoa, [evening(hoa, 1), evening(hoa, 2)]);
    const receipt = await province.push(hoa, [evening(hoa, 2), evening(hoa, 3)]);
    expect(receipt).toMatchObject({ through: 3, accepted: [[2, 2, 2]], refused: [] });
    expect(await rollup('18124-02')).toEqual({ VNEID_CAI: 18 });
  });

  test('P3: the order in which the wire names the fields makes no other body', async () => {
    const counts = { VNEID_CAI: 2, DD_MUC1_HD: 3 };
    await province.push(hoa, [record(eveningInThon2({ counts }), from(hoa, 1))]);
    const turned = { DD_MUC1_HD: 3, VNEID_CAI: 2 };
    const receipt = await province.push(hoa, [record(eveningInThon2({ counts: turned }), from(hoa, 1))]);
    expect(receipt.refused).toEqual([]);
  });

  test('P3: the same name with another body is refused by name, and only that one', async () => {
    await province.push(hoa, [evening(hoa, 1), evening(hoa, 2)]);
    const receipt = await province.push(hoa, [evening(hoa, 1, 99), evening(hoa, 2), evening(hoa, 3)]);
    expect(receipt.refused).toEqual([{ seq: 1, code: 'name-taken', params: {} }]);
    expect(receipt.accepted).toEqual([[2, 2, 2]]);
    expect(await rollup('18124-02')).toEqual({ VNEID_CAI: 18 });
  });

  test('P4: the receipt brings the sums of this device, with what the lead corrected, and nobody else’s', async () => {
    const lan = await province.phone('villageLead');
    await province.push(hoa, [evening(hoa, 1, 6)]);
    await province.push(lan, [
      evening(lan, 1, 10),
      correction(`${hoa.device}-1`, eveningInThon2({ counts: { VNEID_CAI: 5 } }), from(lan, 2)),
    ]);
    const receipt = await province.push(hoa, [evening(hoa, 2, 1)]);
    expect(receipt.holding).toEqual({ highestSeq: 2, totals: { '2026-11': { VNEID_CAI: 6 } } });
    expect(await rollup('18124')).toEqual({ VNEID_CAI: 16 });
  });

  test('P5: a refused operation is kept with its reason and blocks neither the next one nor the numbering', async () => {
    const receipt = await province.push(hoa, [
      evening(hoa, 1),
      record(eveningInThon2({ date: '2026-11-13' }), from(hoa, 2)),
      evening(hoa, 3),
    ]);
    expect(receipt).toMatchObject({
      through: 3,
      accepted: [
        [1, 1, 1],
        [3, 2, 1],
      ],
      refused: [{ seq: 2, code: 'date-in-future', params: { date: '2026-11-13', today: '2026-11-12' } }],
    });
    expect((await kept()).map(({ seq, number, refusal_code }) => [seq, number, refusal_code])).toEqual([
      [1, 1, null],
      [2, null, 'date-in-future'],
      [3, 2, null],
    ]);
  });

  test('P5: a kind of a newer app and a body that is none are refused one by one', async () => {
    const named = { ...from(hoa, 1), at: now };
    const receipt = await province.push(hoa, [
      { ...named, kind: 'task.tick', body: { task: 'II.6' } },
      { ...named, seq: 2, kind: 'entry.record', body: { date: 5 } } as unknown as Operation,
      { ...named, seq: 3, kind: 'entry.withdraw', body: { entry: 'all of them', reason: 'x' } },
      evening(hoa, 4),
    ]);
    expect(receipt.refused.map(({ seq, code }) => [seq, code])).toEqual([
      [1, 'kind-unknown'],
      [2, 'operation-malformed'],
      [3, 'operation-malformed'],
    ]);
    expect(receipt.accepted).toEqual([[4, 1, 1]]);
  });

  test('I1: a batch that begins beyond the next seq is refused whole, and says where to begin', async () => {
    await province.push(hoa, [evening(hoa, 1)]);
    await expect(province.push(hoa, [evening(hoa, 3)], 7)).rejects.toMatchObject({
      code: 'seq-gap',
      params: { expected: 2 },
    });
    expect(await kept()).toHaveLength(1);
    const device = province.db.selectFrom('device').select('reported_waiting').where('number', '=', hoa.device);
    expect(await device.executeTakeFirstOrThrow()).toEqual({ reported_waiting: 0 });
  });

  test('P2: operations that are no run are not read at all', async () => {
    await expect(province.push(hoa, [evening(hoa, 1), evening(hoa, 3)])).rejects.toMatchObject({
      code: 'body-unreadable',
    });
    expect(await kept()).toEqual([]);
  });

  test('nobody hands in a batch under the name of another device', async () => {
    const lan = await province.phone('villageMember');
    const batch = { version: 1, device: hoa.device, waiting: 1, operations: [evening(hoa, 1)] };
    await expect(acceptBatch(province, lan, batch)).rejects.toMatchObject({ code: 'device-of-another-person' });
  });

  test('M1: two phones of one village add up', async () => {
    const lan = await province.phone('villageMember');
    await province.push(hoa, [evening(hoa, 1, 6), evening(hoa, 2, 1)]);
    await province.push(lan, [evening(lan, 1, 4)]);
    expect(await rollup('18124-02')).toEqual({ VNEID_CAI: 11 });
  });

  test('M1: a correction replaces, a withdrawal takes away, also within the batch that recorded the entry', async () => {
    const entry = (seq: number) => `${hoa.device}-${seq}`;
    await province.push(hoa, [
      evening(hoa, 1, 6),
      correction(entry(1), eveningInThon2({ counts: { VNEID_CAI: 5, DD_MUC1_HD: 2 } }), from(hoa, 2)),
      evening(hoa, 3, 100),
      withdrawal(entry(3), from(hoa, 4)),
    ]);
    expect(await rollup('18124-02')).toEqual({ VNEID_CAI: 5, DD_MUC1_HD: 2 });
    await province.push(hoa, [withdrawal(entry(1), from(hoa, 5))]);
    expect(await rollup('18124-02')).toEqual({});
    expect(await rollup('18124')).toEqual({});
  });

  test('M1: a correction of the date moves the counts to the other period', async () => {
    await province.push(hoa, [
      evening(hoa, 1),
      correction(`${hoa.device}-1`, eveningInThon2({ date: '2026-10-14', counts: { VNEID_CAI: 6 } }), from(hoa, 2)),
    ]);
    expect(await rollup('18124-02', '2026-11')).toEqual({});
    expect(await rollup('18124-02', '2026-10')).toEqual({ VNEID_CAI: 6 });
  });

  test('a correction of an entry whose record was refused finds nothing to correct', async () => {
    const receipt = await province.push(hoa, [
      record(eveningInThon2({ counts: { VNEID_CAI: -1 } }), from(hoa, 1)),
      correction(`${hoa.device}-1`, eveningInThon2(), from(hoa, 2)),
    ]);
    expect(receipt.refused.map(({ code }) => code)).toEqual(['count-not-whole', 'entry-unknown']);
  });

  test('a member corrects nobody else’s entry, a lead those of the own team, and neither those of another village', async () => {
    const lan = await province.phone('villageMember');
    const lead = await province.phone('villageLead');
    const elsewhere = await province.phone('villageLead', '18124-01');
    await province.push(hoa, [evening(hoa, 1)]);
    const change = (phone: Phone) => correction(`${hoa.device}-1`, eveningInThon2(), from(phone, 1));
    expect((await province.push(lan, [change(lan)])).refused[0]?.code).toBe('entry-not-yours');
    expect((await province.push(elsewhere, [change(elsewhere)])).refused[0]?.code).toBe('entry-not-yours');
    expect((await province.push(lead, [change(lead)])).refused).toEqual([]);
  });

  test('S3: what comes for a closed period is refused, also moving an entry out of it', async () => {
    await province.push(hoa, [record(eveningInThon2({ date: '2026-10-10' }), from(hoa, 1))]);
    const lead = await province.phone('communeOfficer');
    await closePeriod(province.db, { commune: '18124', period: '2026-10', by: lead.person.id, at: now });
    const before = await rollup('18124-02', '2026-10');
    const receipt = await province.push(hoa, [
      record(eveningInThon2({ date: '2026-10-10' }), from(hoa, 2)),
      correction(`${hoa.device}-1`, eveningInThon2(), from(hoa, 3)),
      withdrawal(`${hoa.device}-1`, from(hoa, 4)),
    ]);
    expect(receipt.refused.map(({ code }) => code)).toEqual(['period-closed', 'period-closed', 'period-closed']);
    expect(await rollup('18124-02', '2026-10')).toEqual(before);
    expect(before).toEqual(eveningInThon2().counts);
  });

  test('officers log nothing: each operation is refused by name, and never with a failure', async () => {
    for (const role of ['communeOfficer', 'provinceOfficer', 'administrator'] as const) {
      const officer = await province.phone(role);
      const receipt = await province.push(officer, [evening(officer, 1), evening(officer, 2)]);
      expect(receipt.refused.map(({ code }) => code)).toEqual(['role-may-not-save', 'role-may-not-save']);
      expect(receipt).toMatchObject({ through: 2, accepted: [], holding: { highestSeq: 2, totals: {} } });
    }
  });

  test('a village that was merged away takes no entries after its last day', async () => {
    await province.unit('18124-09', '18124', { validTo: '2026-11-10' });
    const old = await province.phone('villageMember', '18124-09');
    const receipt = await province.push(old, [
      record(eveningInThon2({ date: '2026-11-10' }), from(old, 1)),
      record(eveningInThon2({ date: '2026-11-11' }), from(old, 2)),
    ]);
    expect(receipt.refused.map(({ seq, code }) => [seq, code])).toEqual([[2, 'date-outside-unit']]);
  });

  test('M3: a phone whose clock is years wrong loses nothing', async () => {
    const receipt = await province.push(hoa, [
      record(eveningInThon2(), { ...from(hoa, 1), at: 12 }),
      record(eveningInThon2(), { ...from(hoa, 2), at: 9_999_999_999 }),
    ]);
    expect(receipt.accepted).toEqual([[1, 1, 2]]);
  });

  test('an officer can read how many operations a phone said it still holds', async () => {
    await province.push(hoa, [evening(hoa, 1), evening(hoa, 2)], 5);
    const row = province.db.selectFrom('device').selectAll().where('number', '=', hoa.device);
    expect(await row.executeTakeFirstOrThrow()).toMatchObject({
      reported_waiting: 3,
      last_seen_at: now,
      highest_seq: 2,
    });
  });

  test('L1: batches of several villages at once are numbered without gap, and a commune knows nothing of another', async () => {
    const phones = await Promise.all(
      ['18124-01', '18124-02', '18124-03', '18127-01'].map((unit) => province.phone('villageMember', unit)),
    );
    await Promise.all(
      phones.flatMap((phone) => {
        const work = likelyRecords(60, phone.device, { ...from(phone, 1), at: now - 60 * 86_400 }).map((operation) => ({
          ...operation,
          body: eveningInThon2({ counts: operation.kind === 'entry.record' ? operation.body.counts : {} }),
        })) as Operation[];
        return [province.push(phone, work), province.push(phone, work), province.push(phone, work.slice(0, 20))];
      }),
    );
    const numbers = async (commune: string) => {
      const rows = await province.db
        .selectFrom('operation')
        .select('number')
        .where('commune_id', '=', commune)
        .where('number', 'is not', null)
        .orderBy('number')
        .execute();
      return rows.map(({ number }) => number);
    };
    expect(await numbers('18124')).toEqual(Array.from({ length: 180 }, (_, i) => i + 1));
    expect(await numbers('18127')).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
  });
});
