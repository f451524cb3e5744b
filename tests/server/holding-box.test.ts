import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { paths } from '#protocol/version.ts';
import { readAs } from '#protocol/read.ts';
import { HoldingBox } from '#protocol/holding-box.ts';
import { Receipt } from '#protocol/receipt.ts';
import { checkSums } from '#server/storage/check-sums.ts';
import { databases } from '../support/databases.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { counted, desk } from '../support/officer-desk.ts';
import { correction, record } from '../support/operations.ts';
import { createProvince, type Phone, type TestProvince } from '../support/province.ts';

describe.each(databases)('on $name', ({ open }) => {
  let province: TestProvince;
  let hoa: Phone;
  let officer: Phone;
  beforeEach(async () => {
    province = await createProvince({ open });
    hoa = await province.phone('villageMember');
    officer = await province.phone('communeOfficer');
  });
  afterEach(() => province.close());

  /** Three VNeID installs each. */
  const evening = (phone: Phone, seq: number, counts: Record<string, number> = { VNEID_CAI: 3 }) =>
    record(eveningInThon2({ counts }), { device: phone.device, seq, unit: phone.person.unit });
  const evenings = (phone: Phone, first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, i) => evening(phone, first + i));
  const installs = () => counted(province, '18124', 'VNEID_CAI');
  const revoke = (phone: Phone) => desk(province, officer).post(paths.revokeDevice, { device: phone.device });
  const disable = (phone: Phone) => desk(province, officer).post(paths.disablePerson, { person: phone.person.id });

  test('T2: what a revoked phone still sends is held for the commune officer, and counts for nothing yet', async () => {
    await desk(province, hoa).push(evenings(hoa, 1, 2));
    await revoke(hoa);
    const answer = await desk(province, hoa).push(evenings(hoa, 3, 5), 7);
    expect([answer.statusCode, answer.json()]).toMatchObject([
      409,
      { code: 'held-for-officer', params: { why: 'device-revoked' } },
    ]);
    expect(await installs()).toBe(6);
    const box = await desk(province, officer).box();
    expect(readAs(HoldingBox, box)).toEqual(box);
    expect(box).toMatchObject({
      waitingInAll: 1,
      waiting: [
        {
          device: hoa.device,
          person: { name: hoa.person.name },
          village: { id: '18124-02' },
          why: 'device-revoked',
          carriedBy: null,
          operations: 3,
          summary: { days: [{ day: '2026-11-12', entries: 3, counts: { VNEID_CAI: 9 } }], corrections: 0 },
        },
      ],
      decided: [],
    });
  });

  test('T2: after revocation nothing new leaks: no page, no figure, no sign of others, only a receipt of what was sent', async () => {
    await revoke(hoa);
    await province.push(await province.phone('villageMember'), []);
    for (const url of [`${paths.pull}?cursor=0&own=1&situation=`, paths.figures, paths.devices, paths.holdingBox])
      expect((await desk(province, hoa).get(url)).json()).toMatchObject({ code: 'device-revoked' });
    for (const url of [paths.signOut, paths.key, paths.decideHeld])
      expect((await desk(province, hoa).post(url, {})).json()).toMatchObject({ code: 'device-revoked' });
    expect((await desk(province, hoa).deliver('ST06.1.a..b.c.d')).json()).toMatchObject({ code: 'device-revoked' });
    expect((await desk(province, hoa).push([])).json()).toMatchObject({ code: 'device-revoked' });
    await disable(hoa);
    await desk(province, officer).post(paths.restoreDevice, { device: hoa.device });
    expect((await desk(province, hoa).push([])).json()).toMatchObject({ code: 'person-disabled' });
  });

  test('T2, P3: accepted, held work counts once, and the phone that sends again learns it from its receipt', async () => {
    await revoke(hoa);
    await desk(province, hoa).push(evenings(hoa, 1, 3));
    const [held] = (await desk(province, officer).box()).waiting;
    expect(await desk(province, officer).accept(held!.id)).toMatchObject({
      decided: { decision: 'accepted', by: { name: officer.person.name }, accepted: 3, refused: 0 },
    });
    expect(await installs()).toBe(9);
    const again = await desk(province, hoa).push(evenings(hoa, 1, 3));
    expect(readAs(Receipt, again.json())).toMatchObject({ through: 3, accepted: [[1, 1, 3]], refused: [] });
    expect(await installs()).toBe(9);
    expect((await desk(province, officer).box()).waiting).toEqual([]);
    expect(await checkSums(province.db)).toEqual([]);
  });

  test('T2: what was settled is answered although newer work is held behind it', async () => {
    await revoke(hoa);
    await desk(province, hoa).push(evenings(hoa, 1, 2));
    const [held] = (await desk(province, officer).box()).waiting;
    await desk(province, officer).accept(held!.id);
    const both = await desk(province, hoa).push(evenings(hoa, 1, 4));
    expect(readAs(Receipt, both.json())).toMatchObject({ through: 2, accepted: [[1, 1, 2]] });
    expect((await desk(province, hoa).push(evenings(hoa, 3, 4))).json()).toMatchObject({ code: 'held-for-officer' });
    expect((await desk(province, officer).box()).waiting).toMatchObject([{ operations: 2 }]);
  });

  test('P5, I1: refused, held work is kept as refused with the reason, and no seq is missing after it', async () => {
    await disable(hoa);
    expect((await desk(province, hoa).push(evenings(hoa, 1, 2))).json()).toMatchObject({
      params: { why: 'person-disabled' },
    });
    const [held] = (await desk(province, officer).box()).waiting;
    const reason = 'Đã ghi trùng với tổ trưởng';
    expect(await desk(province, officer).refuse(held!.id, reason)).toMatchObject({
      decided: { decision: 'refused', reason, accepted: 0, refused: 2 },
    });
    const receipt = readAs(Receipt, (await desk(province, hoa).push(evenings(hoa, 1, 2))).json())!;
    expect(receipt.refused).toEqual([1, 2].map((seq) => ({ seq, code: 'refused-by-officer', params: { reason } })));
    await desk(province, officer).post(paths.enablePerson, { person: hoa.person.id });
    expect(readAs(Receipt, (await desk(province, hoa).push([evening(hoa, 3)])).json())).toMatchObject({
      through: 3,
      accepted: [[3, 1, 1]],
    });
    expect(await installs()).toBe(3);
    expect(await checkSums(province.db)).toEqual([]);
  });

  test('P3: two officers who decide at once count it once, and the later one is told who decided', async () => {
    const provincial = await province.phone('provinceOfficer');
    await revoke(hoa);
    await desk(province, hoa).push(evenings(hoa, 1, 3));
    const [held] = (await desk(province, officer).box()).waiting;
    const decisions = await Promise.all([
      desk(province, officer).accept(held!.id),
      desk(province, provincial).accept(held!.id),
      desk(province, officer).accept(held!.id),
    ]);
    expect(decisions.map(({ decided }) => decided?.decision)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(new Set(decisions.map(({ decided }) => decided?.by?.name)).size).toBe(1);
    expect(await installs()).toBe(9);
    expect(await desk(province, provincial).refuse(held!.id, 'Muộn rồi')).toMatchObject({
      code: 'decided-already',
      params: { by: decisions[0]!.decided!.by!.name },
    });
    expect(await installs()).toBe(9);
  });

  test('P3: the same work that came another way meanwhile counts once, and leaves nothing to decide', async () => {
    await revoke(hoa);
    await desk(province, hoa).push(evenings(hoa, 1, 2));
    const [held] = (await desk(province, officer).box()).waiting;
    await desk(province, officer).post(paths.restoreDevice, { device: hoa.device });
    await desk(province, hoa).push(evenings(hoa, 1, 2));
    expect(await installs()).toBe(6);
    expect(await desk(province, officer).box()).toMatchObject({
      waitingInAll: 0,
      decided: [{ id: held!.id, decided: { decision: 'arrived', by: null, accepted: 2 } }],
    });
    expect(await installs()).toBe(6);
  });

  test('P3: other work under names that came meanwhile stays to be decided, and never takes their place', async () => {
    await revoke(hoa);
    await desk(province, hoa).push([evening(hoa, 1, { VNEID_CAI: 40 })]);
    await desk(province, officer).post(paths.restoreDevice, { device: hoa.device });
    await desk(province, hoa).push([evening(hoa, 1)]);
    const [held] = (await desk(province, officer).box()).waiting;
    expect(await desk(province, officer).accept(held!.id)).toMatchObject({ decided: { accepted: 0, refused: 1 } });
    expect(await installs()).toBe(3);
  });

  test('T2: a phone that sends the same again, and more, is held once', async () => {
    await revoke(hoa);
    for (const last of [1, 3, 3, 2]) await desk(province, hoa).push(evenings(hoa, 1, last));
    expect((await desk(province, officer).box()).waiting).toMatchObject([{ operations: 3 }]);
  });

  test('T2: nobody fills the box: past twenty pieces of one phone the next is refused by name', async () => {
    await revoke(hoa);
    const codes: string[] = [];
    for (let count = 1; count <= 21; count++)
      codes.push((await desk(province, hoa).push([evening(hoa, 1, { VNEID_CAI: count })])).json().code);
    expect(codes.filter((code) => code === 'held-for-officer').length).toBe(20);
    expect(codes[20]).toBe('holding-box-full');
  });

  test('the rules judge accepted work as they judge any: what they refuse is refused by name, the rest counts', async () => {
    await revoke(hoa);
    await desk(province, hoa).push([
      evening(hoa, 1),
      record(eveningInThon2({ date: '2027-01-01' }), { device: hoa.device, seq: 2 }),
      correction('999-1', eveningInThon2(), { device: hoa.device, seq: 3 }),
    ]);
    const [held] = (await desk(province, officer).box()).waiting;
    expect(held!.summary).toMatchObject({ corrections: 1, days: [{ day: '2027-01-01' }, { day: '2026-11-12' }] });
    expect(await desk(province, officer).accept(held!.id)).toMatchObject({ decided: { accepted: 1, refused: 2 } });
    expect(await installs()).toBe(3);
  });

  test('an officer decides for the own commune only; a member for none', async () => {
    const [neighbour, member] = [await province.phone('communeOfficer', '18127'), await province.phone('villageLead')];
    await revoke(hoa);
    await desk(province, hoa).push(evenings(hoa, 1, 2));
    const [held] = (await desk(province, officer).box()).waiting;
    expect(await desk(province, neighbour).accept(held!.id)).toMatchObject({ code: 'unit-out-of-scope' });
    expect(await desk(province, member).accept(held!.id)).toMatchObject({ code: 'role-too-low' });
    expect(await desk(province, officer).accept('AAAAAAAAAAAAAAAAAAAAAA')).toMatchObject({ code: 'not-found' });
    for (const reason of ['', '   ', 'x'.repeat(501)])
      expect(await desk(province, officer).refuse(held!.id, reason)).toMatchObject({ code: 'body-unreadable' });
    expect((await desk(province, neighbour).box()).waiting).toEqual([]);
    expect((await desk(province, neighbour).get(`${paths.holdingBox}?unit=18124`)).json().code).toBe(
      'unit-out-of-scope',
    );
    expect((await desk(province, member).get(paths.holdingBox)).json().code).toBe('role-too-low');
    expect(await installs()).toBe(0);
    expect((await desk(province, await province.phone('provinceOfficer')).box()).waitingInAll).toBe(1);
  });
});
