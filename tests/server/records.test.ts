import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Operation } from '#model/operation.ts';
import { standing, valueOf, type RecordWrite } from '#model/record.ts';
import type { PullPage, PullQuestion } from '#protocol/pull.ts';
import { checkSums } from '#server/storage/check-sums.ts';
import { closePeriod } from '#server/storage/closures.ts';
import { lockEveryCommune } from '#server/storage/commune-head.ts';
import { pullPage } from '#server/storage/pull.ts';
import { rebuildSums } from '#server/storage/rebuild.ts';
import { readRecord } from '#server/storage/record-row.ts';
import { chalkboard } from '../support/chalkboard.ts';
import { databases } from '../support/databases.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { record } from '../support/operations.ts';
import { createProvince, thatEvening, type Phone, type TestProvince } from '../support/province.ts';
import { write } from '../support/record-writes.ts';
import { slate } from '../support/slate.ts';
import { mustBeSound } from '../support/sound.ts';

const now = thatEvening / 1000;

describe.each(databases)('editable records on $name', ({ open }) => {
  let province: TestProvince;
  let hoa: Phone;
  let lan: Phone;
  let officer: Phone;
  const seqs = new Map<number, number>();

  /** The next operation of that phone, on a record of its own unit or another's. */
  const by = (phone: Phone, body: RecordWrite, { unit = phone.person.unit, at = now } = {}): Operation => {
    const seq = (seqs.get(phone.device) ?? 0) + 1;
    seqs.set(phone.device, seq);
    return write(body, { device: phone.device, seq, unit, at });
  };
  const evening = (phone: Phone): Operation => {
    const seq = (seqs.get(phone.device) ?? 0) + 1;
    seqs.set(phone.device, seq);
    return record(eveningInThon2(), { device: phone.device, seq, unit: phone.person.unit });
  };
  const onSlate = (village: string, set: RecordWrite['set'], seen?: RecordWrite['seen']): RecordWrite => ({
    type: 'slate',
    record: `slate:${village}:2026-11`,
    ...(set && { set }),
    ...(seen && { seen }),
  });
  const board = (text: string): RecordWrite => ({ type: 'chalkboard', set: { text } });
  const kept = async (id: string) => {
    const row = await province.db.selectFrom('record').selectAll().where('id', '=', id).executeTakeFirst();
    return row && readRecord(row);
  };
  const refusalOf = async (phone: Phone, operation: Operation) =>
    (await province.push(phone, [operation])).refused.map(({ code }) => code);
  const pull = (phone: Phone, but: Partial<PullQuestion> = {}, most?: number) =>
    pullPage(
      province,
      phone,
      { cursor: 0, communeCursor: 0, provinceCursor: 0, own: false, situation: '', ...but },
      most,
    );
  const names = ({ operations }: PullPage) => operations.map(({ device, seq }) => `${device}-${seq}`);

  beforeEach(async () => {
    seqs.clear();
    province = await createProvince({ open, recordTypes: [chalkboard, slate] });
    hoa = await province.phone('villageMember');
    lan = await province.phone('villageLead');
    officer = await province.phone('communeOfficer');
  });
  afterEach(async () => {
    await mustBeSound(province.db);
    await province.close();
  });

  test('M2: two members tick steps of the same duty offline: both stand, and the province says what the phones say', async () => {
    await province.push(hoa, [by(hoa, onSlate('18124-02', { 'step.1': true }))]);
    await province.push(lan, [by(lan, onSlate('18124-02', { 'step.2': true, done: false }))]);
    const duty = await kept('slate:18124-02:2026-11');
    expect(['step.1', 'step.2', 'done'].map((field) => valueOf(duty, field))).toEqual([true, true, false]);
  });

  test('M2, M3: a clock that runs ahead gains nothing over an edit the writer did not know of, and the loser is kept', async () => {
    await province.push(hoa, [by(hoa, board('Họp tối thứ Năm'))]);
    const id = `${hoa.device}-1`;
    const seen = { text: [id] };
    const ahead = { type: 'chalkboard', record: id, set: { text: 'Họp tối thứ Sáu' }, seen };
    const rightly = { type: 'chalkboard', record: id, set: { text: 'Họp chiều thứ Bảy' }, seen };
    await province.push(lan, [by(lan, ahead, { at: now + 86_400 })]);
    await province.push(hoa, [by(hoa, rightly, { at: now })]);
    const text = standing(await kept(id), 'text')!;
    expect(text.at).toBe(now);
    expect([text.value, ...text.lost.map(({ value }) => value)].sort()).toEqual([
      'Họp chiều thứ Bảy',
      'Họp tối thứ Sáu',
    ]);
  });

  test('P3: a write sent twice because the reply was lost is one version, and the receipt the same', async () => {
    const batch = [by(hoa, board('Sáng mai quét đường')), by(hoa, { ...board('8 giờ'), record: `${hoa.device}-1` })];
    const first = await province.push(hoa, batch);
    expect(await province.push(hoa, batch)).toEqual(first);
    expect((await kept(`${hoa.device}-1`))?.fields['text']).toHaveLength(2);
    expect(await refusalOf(hoa, { ...batch[0]!, body: board('khác') })).toEqual(['name-taken']);
  });

  test('P5, I1: what is no write, of no known type, or on nothing known, is refused by name and leaves no gap', async () => {
    const receipt = await province.push(hoa, [
      by(hoa, { type: 'chalkboard', set: { text: 7 } }),
      by(hoa, { type: 'weather', set: { text: 'Nắng' } }),
      by(hoa, { type: 'chalkboard', record: '9-9', set: { text: 'Gì đó' } }),
      by(hoa, { type: 'chalkboard', set: ['text'] as never }),
      by(hoa, { type: 'chalkboard', set: { text: 'Số 012345678901' } }),
      by(hoa, board('Được')),
    ]);
    expect(receipt.refused.map(({ code, params }) => [code, params])).toEqual([
      ['record-malformed', { field: 'text' }],
      ['kind-unknown', { kind: 'weather' }],
      ['record-unknown', {}],
      ['operation-malformed', {}],
      ['note-has-id-number', expect.anything()],
    ]);
    expect(receipt.accepted).toEqual([[6, 1, 1]]);
  });

  test('whose a record is decides who writes it: a village its own, an officer those of the own unit and below', async () => {
    const neighbour = await province.phone('villageMember', '18124-01');
    const elsewhere = await province.phone('communeOfficer', '18127');
    const top = await province.phone('provinceOfficer');
    await province.push(hoa, [by(hoa, board('Của Thôn 2'))]);
    const onIt = { type: 'chalkboard', record: `${hoa.device}-1`, add: { answers: 'Đã rõ' } };

    expect(await refusalOf(neighbour, by(neighbour, onIt, { unit: '18124-02' }))).toEqual(['unit-not-yours']);
    expect(await refusalOf(neighbour, by(neighbour, onIt))).toEqual(['record-elsewhere']);
    expect(await refusalOf(elsewhere, by(elsewhere, onIt, { unit: '18124-02' }))).toEqual(['unit-not-yours']);
    expect(await refusalOf(officer, by(officer, onIt, { unit: '18124-02' }))).toEqual([]);
    expect(await refusalOf(top, by(top, onIt, { unit: '18124-02' }))).toEqual([]);
    expect(await refusalOf(officer, by(officer, board('Của tỉnh'), { unit: '42' }))).toEqual(['unit-not-yours']);
    expect(await refusalOf(top, by(top, board('Không đâu'), { unit: 'x\0' }))).toEqual(['unit-not-yours']);
    expect((await kept(`${hoa.device}-1`))?.lists['answers']?.map(({ by: who }) => who)).toEqual([
      officer.person.id,
      top.person.id,
    ]);
  });

  test('I3: nobody takes the name of another unit’s record first', async () => {
    const neighbour = await province.phone('villageMember', '18124-01');
    expect(await refusalOf(neighbour, by(neighbour, onSlate('18124-02', { done: true })))).toEqual([
      'record-malformed',
    ]);
    expect(await refusalOf(hoa, by(hoa, onSlate('18124-02', { done: true })))).toEqual([]);
  });

  test('an officer’s entries are still nobody’s: refused, and the writes around them stand', async () => {
    const receipt = await province.push(officer, [
      by(officer, board('Một')),
      evening(officer),
      by(officer, board('Hai'), { unit: '18124-01' }),
    ]);
    expect(receipt.refused.map(({ seq, code }) => [seq, code])).toEqual([[2, 'role-may-not-save']]);
    expect(receipt.accepted).toEqual([
      [1, 1, 1],
      [3, 2, 1],
    ]);
  });

  test('S3: a record of a closed period is frozen for the commune’s villages, and open in the next commune', async () => {
    await closePeriod(province.db, { commune: '18124', period: '2026-11', by: officer.person.id, at: now });
    const elsewhere = await province.phone('villageMember', '18127-01');
    expect(await refusalOf(hoa, by(hoa, onSlate('18124-02', { done: true })))).toEqual(['period-closed']);
    expect(await refusalOf(elsewhere, by(elsewhere, onSlate('18127-01', { done: true })))).toEqual([]);
  });

  test('L1: a batch over several communes and the province is numbered in the sequence of each', async () => {
    const top = await province.phone('provinceOfficer');
    await province.push(hoa, [evening(hoa), evening(hoa)]);
    const receipt = await province.push(top, [
      by(top, board('Tỉnh 1')),
      by(top, board('Xã 2'), { unit: '18127' }),
      by(top, board('Thôn 2'), { unit: '18124-02' }),
      by(top, board('Tỉnh 2')),
      by(top, board('Tỉnh 3')),
    ]);
    expect(receipt.accepted).toEqual([
      [1, 1, 1],
      [2, 1, 1],
      [3, 3, 1],
      [4, 2, 2],
    ]);
  });

  test('L1: officers who write to the same communes in opposite orders at once all get through, and nothing is skipped', async () => {
    const tops = await Promise.all([1, 2, 3].map(() => province.phone('provinceOfficer')));
    const rounds = tops.flatMap((top, i) =>
      [0, 1, 2, 3].map(() => {
        const homes = ['18124', '42', '18127', '18124-02'];
        if (i % 2) homes.reverse();
        return { top, batch: homes.map((unit) => by(top, board(unit), { unit })) };
      }),
    );
    await Promise.all(
      tops.map(async (top) => {
        for (const { batch } of rounds.filter((round) => round.top === top))
          expect((await province.push(top, batch)).refused).toEqual([]);
      }),
    );
    const numbers = async (commune: string) =>
      (await province.db.selectFrom('operation').select('number').where('commune_id', '=', commune).execute())
        .map(({ number }) => number!)
        .sort((a, b) => a - b);
    expect(await numbers('18124')).toEqual(Array.from({ length: 24 }, (_, i) => i + 1));
    expect(await numbers('42')).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
  });

  describe('pulled', () => {
    let top: Phone;
    beforeEach(async () => {
      top = await province.phone('provinceOfficer');
      const neighbour = await province.phone('villageMember', '18124-01');
      const elsewhere = await province.phone('villageMember', '18127-01');
      await province.push(lan, [evening(lan), by(lan, onSlate('18124-02', { done: true }))]);
      await province.push(neighbour, [evening(neighbour), by(neighbour, board('Thôn 1'))]);
      await province.push(elsewhere, [by(elsewhere, board('Xã khác'))]);
      await province.push(officer, [by(officer, board('Xã')), by(officer, board('Cho Thôn 2'), { unit: '18124-02' })]);
      await province.push(top, [by(top, board('Tỉnh')), by(top, board('Cho xã'), { unit: '18124' })]);
    });
    const texts = ({ operations }: PullPage) =>
      operations.map(({ kind, body }) =>
        kind === 'record.write' ? ((body as RecordWrite).set?.['text'] ?? 'slate') : 'entry',
      );

    test('L2: a village reads its own, its commune’s and the province’s records, and no other village’s', async () => {
      const page = await pull(hoa);
      expect(texts(page)).toEqual(['entry', 'slate', 'Cho Thôn 2', 'Xã', 'Cho xã', 'Tỉnh']);
      expect(page).toMatchObject({ cursor: 7, communeCursor: 7, provinceCursor: 1, more: false });
    });

    test('L2: a commune’s officer reads the records of the commune and its villages, and no entry', async () => {
      const other = await province.phone('communeOfficer');
      expect(texts(await pull(other))).toEqual(['slate', 'Thôn 1', 'Xã', 'Cho Thôn 2', 'Cho xã', 'Tỉnh']);
      expect(await pull(other)).toMatchObject({ cursor: 0, communeCursor: 7, provinceCursor: 1 });
    });

    test('L2: the province’s officers read the province’s own; the rest they are told in pages', async () => {
      const other = await province.phone('provinceOfficer');
      const page = await pull(other, { communeCursor: 5 });
      expect(texts(page)).toEqual(['Tỉnh']);
      expect(page).toMatchObject({ communeCursor: 5, provinceCursor: 1 });
    });

    test('L4: a phone of yesterday, which asks for no streams, gets its own village as before', async () => {
      const page = await pullPage(province, hoa, { cursor: 0, own: false, situation: '' });
      expect(texts(page)).toEqual(['entry', 'slate', 'Cho Thôn 2']);
      expect(Object.keys(page)).not.toContain('communeCursor');
    });

    test('L1: page by page, however small, every stream is read to its end, nothing twice and nothing skipped', async () => {
      const whole = names(await pull(hoa));
      for (const most of [1, 2, 4]) {
        const read: string[] = [];
        let page = await pull(hoa, {}, most);
        for (let pages = 0; pages < 10; pages += 1) {
          read.push(...names(page));
          if (!page.more) break;
          const { cursor, communeCursor = 0, provinceCursor = 0 } = page;
          page = await pull(hoa, { cursor, communeCursor, provinceCursor }, most);
          expect([
            page.cursor > cursor,
            page.communeCursor! > communeCursor,
            page.provinceCursor! > provinceCursor,
          ]).toContain(true);
        }
        expect(read).toEqual(whole);
      }
    });

    test('L1: a stream that begins anew after a disaster does so alone', async () => {
      const page = await pull(hoa, { cursor: 7, communeCursor: 9999, provinceCursor: 1 });
      expect(texts(page)).toEqual(['Xã', 'Cho xã']);
      expect(page).toMatchObject({ cursor: 7, communeCursor: 7, provinceCursor: 1 });
    });

    test('T1: an officer’s phone that lost its own work reads it back', async () => {
      const lost = await pull(officer);
      expect(names(lost)).not.toContain(`${officer.device}-1`);
      const page = await pull(officer, { own: true });
      expect(page.holding.highestSeq).toBe(2);
      expect(names(page)).toEqual(expect.arrayContaining([`${officer.device}-1`, `${officer.device}-2`]));
    });
  });

  test('S2: a record that somebody altered in the database is found, and made right from its operations', async () => {
    await province.push(hoa, [by(hoa, board('Thật')), by(hoa, onSlate('18124-02', { done: true }))]);
    const top = await province.phone('provinceOfficer');
    await province.push(top, [by(top, board('Của tỉnh'))]);
    await province.db
      .updateTable('record')
      .set({ state: '{"id":"?","type":"chalkboard","unit":"42","fields":{},"lists":{}}' })
      .execute();
    expect((await checkSums(province.db)).map(({ what }) => what).sort()).toEqual(
      [`record ${hoa.device}-1`, `record ${top.device}-1`, 'record slate:18124-02:2026-11'].sort(),
    );
    await province.db.transaction().execute(async (tx) => {
      await lockEveryCommune(tx);
      await rebuildSums(tx);
    });
    expect(valueOf(await kept(`${top.device}-1`), 'text')).toBe('Của tỉnh');
  });
});
