import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import type { Role } from '#model/person.ts';
import { changeSettings } from '#server/storage/change-settings.ts';
import { closePeriod } from '#server/storage/closures.ts';
import { formerUnitsOf, movePerson, sinceWhen } from '#server/storage/memberships.ts';
import { migrate } from '#server/storage/migrate.ts';
import { welcomePhoto } from '#server/storage/photos.ts';
import { addUnits } from '#server/storage/units.ts';
import { databases } from '../support/databases.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { correction, record, withdrawal } from '../support/operations.ts';
import { createProvince, someOfHaTinh, thatEvening, type Phone, type TestProvince } from '../support/province.ts';
import { write } from '../support/record-writes.ts';
import { slate } from '../support/slate.ts';
import { mustBeSound } from '../support/sound.ts';

const today = '2026-11-12';

describe.each(databases)('who moves to another unit, on $name', ({ open, bare }) => {
  let province: TestProvince;
  let hoa: Phone;
  const evening = (seq: number, date = '2026-11-11', unit = '18124-02') =>
    record(eveningInThon2({ date, counts: { VNEID_CAI: 6 } }), { device: hoa.device, seq, unit });
  const total = async (unit: string) => {
    const row = await province.db
      .selectFrom('rollup')
      .select('total')
      .where('unit_id', '=', unit)
      .where('measure', '=', 'VNEID_CAI')
      .executeTakeFirst();
    return row?.total ?? 0;
  };
  const move = async (unit: string, role: Role = 'villageMember', on = today): Promise<Phone> => {
    await province.db.transaction().execute((tx) => movePerson(tx, { person: hoa.person.id, unit, role }, on));
    const { path } = await province.db
      .selectFrom('unit')
      .select('path')
      .where('id', '=', unit)
      .executeTakeFirstOrThrow();
    return { ...hoa, person: { ...hoa.person, unit, role }, path, commune: path.split('/')[1] || null };
  };

  beforeEach(async () => {
    province = await createProvince({ open, recordTypes: [slate] });
    hoa = await province.phone('villageMember');
  });
  afterEach(async () => {
    await mustBeSound(province.db);
    await province.close();
  });

  test('T4: what was done in the old village counts there, what is done in the new one counts here, and nothing twice', async () => {
    const moved = await move('18127-01');
    const batch = [evening(1), evening(2, today), evening(3, today, '18127-01')];
    const receipt = await province.push(moved, batch);
    expect(receipt.refused).toEqual([]);
    expect(receipt.holding.totals).toEqual({ '2026-11': { VNEID_CAI: 18 } });
    expect(await Promise.all(['18124-02', '18124', '18127-01', '18127'].map(total))).toEqual([12, 12, 6, 6]);
    expect(await province.push(moved, batch)).toEqual(receipt);
    expect(await total('18124')).toBe(12);
  });

  test('T4: what was done after the last day there is refused by name, and stands in the way of nothing', async () => {
    const moved = await move('18124-03', 'villageMember', '2026-11-10');
    const receipt = await province.push(moved, [evening(1), evening(2, '2026-11-10')]);
    expect(receipt.refused).toEqual([{ seq: 1, code: 'unit-left', params: { until: '2026-11-10' } }]);
    expect(await total('18124-02')).toBe(6);
  });

  test('T4: a unit the person never belonged to is refused as before', async () => {
    const moved = await move('18124-03');
    const receipt = await province.push(moved, [evening(1, '2026-11-11', '18124-01')]);
    expect(receipt.refused.map(({ code }) => code)).toEqual(['unit-not-yours']);
  });

  test('T4: whoever became an officer still delivers what was done as a member of the team', async () => {
    const moved = await move('42', 'provinceOfficer');
    const receipt = await province.push(moved, [evening(1), evening(2, today, '42')]);
    expect(receipt.refused.map(({ seq, code }) => [seq, code])).toEqual([[2, 'role-may-not-save']]);
    expect(await total('18124-02')).toBe(6);
  });

  test('S3, T4: a period that the old commune closed stays closed, whatever the new one did', async () => {
    await closePeriod(province.db, { commune: '18124', period: '2026-10', by: hoa.person.id, at: thatEvening / 1000 });
    const moved = await move('18127-01');
    const receipt = await province.push(moved, [evening(1, '2026-10-14'), evening(2, '2026-10-14', '18127-01')]);
    expect(receipt.refused.map(({ seq, code }) => [seq, code])).toEqual([[1, 'period-closed']]);
    expect(await total('18127-01')).toBe(6);
  });

  test("T4: one's own entries can be put right afterwards; a lead's hand on a former team's ends with the last day", async () => {
    const binh = await province.phone('villageMember', '18124-02');
    await province.push(binh, [record(eveningInThon2(), { device: binh.device, seq: 1, unit: '18124-02' })]);
    await province.push(hoa, [evening(1)]);
    await move('18124-02', 'villageLead', '2026-11-01');
    const moved = await move('18127-01', 'villageLead', '2026-11-11');
    const about = { device: hoa.device, unit: '18124-02' };
    const before = Date.parse('2026-11-11T08:00:00+07:00') / 1000;
    const receipt = await province.push(moved, [
      correction(`${hoa.device}-1`, eveningInThon2({ date: '2026-11-11', counts: { VNEID_CAI: 2 } }), {
        ...about,
        seq: 2,
      }),
      withdrawal(`${binh.device}-1`, { ...about, seq: 3, at: thatEvening / 1000 }),
      withdrawal(`${binh.device}-1`, { ...about, seq: 4, at: before }),
    ]);
    expect(receipt.refused.map(({ seq, code }) => [seq, code])).toEqual([[3, 'entry-not-yours']]);
    expect(await total('18124-02')).toBe(2);
  });

  test("T4: a write to the old village's records is taken in, unless it was written after the last day there", async () => {
    const moved = await move('18127-01', 'villageMember', '2026-11-11');
    const said = (seq: number, at: number) =>
      write(
        { type: 'slate', record: `slate:18124-02:2026-11`, set: { done: seq === 1 } },
        { device: hoa.device, seq, at, unit: '18124-02' },
      );
    const before = Date.parse('2026-11-11T08:00:00+07:00') / 1000;
    const receipt = await province.push(moved, [said(1, before), said(2, thatEvening / 1000), said(3, 2 ** 42)]);
    expect(receipt.refused.map(({ seq, code }) => [seq, code])).toEqual([
      [2, 'unit-left'],
      [3, 'unit-left'],
    ]);
    expect(await province.db.selectFrom('record').select(['id', 'commune_id']).execute()).toEqual([
      { id: 'slate:18124-02:2026-11', commune_id: '18124' },
    ]);
  });

  test('T4: photos of what this phone recorded in the old village still come, and of nothing else there', async () => {
    const binh = await province.phone('villageMember', '18124-02');
    await province.push(binh, [record(eveningInThon2(), { device: binh.device, seq: 1, unit: '18124-02' })]);
    await province.push(hoa, [evening(1)]);
    await changeSettings(province.db, { photos: true });
    const moved = await move('18127-01');
    const photoOf = (entry: string) => welcomePhoto(province, moved, `${entry}.${'a'.repeat(64)}`);
    expect(await photoOf(`${hoa.device}-1`)).toMatchObject({ unit_id: '18124-02', commune_id: '18124' });
    await expect(photoOf(`${binh.device}-1`)).rejects.toMatchObject({ code: 'unit-out-of-scope' });
  });

  test('where somebody belonged is kept, also when they come back, and a change of role is no move', async () => {
    expect(await formerUnitsOf(province.db, hoa.person)).toEqual([]);
    expect(await sinceWhen(province.db, hoa.person)).toBe(today);
    await move('18127-01', 'villageMember', '2026-11-13');
    await move('18124-02', 'villageMember', '2026-11-20');
    const { person } = await move('18124-02', 'villageLead', '2026-11-25');
    expect(await sinceWhen(province.db, person)).toBe('2026-11-20');
    expect(await formerUnitsOf(province.db, person)).toMatchObject([
      { unit: '18127-01', role: 'villageMember', until: '2026-11-20', commune: '18127' },
    ]);
  });

  test('people of a province from before this was kept belong where they are, from the beginning', async () => {
    const db = await bare();
    await migrate(db, '2026-11-23-audit');
    await db.transaction().execute((tx) => addUnits(tx, someOfHaTinh));
    await sql`insert into person (name, role, unit_id, created_at) values ('Hoà', 'villageLead', '18124-02', 1)`.execute(
      db,
    );
    await migrate(db);
    expect(await db.selectFrom('membership').selectAll().execute()).toEqual([
      { number: 1, person_id: 1, unit_id: '18124-02', role: 'villageLead', since: null, until: null },
    ]);
    expect(await sinceWhen(db, { id: 1, unit: '18124-02' })).toBe(null);
    await db.destroy();
  });
});
