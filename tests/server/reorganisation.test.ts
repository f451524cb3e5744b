import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dayInVietnam } from '#model/day.ts';
import type { Operation } from '#model/operation.ts';
import { confirmationId } from '#model/records/confirmation.ts';
import type { Reorganisation } from '#model/reorganisation.ts';
import { readAs } from '#protocol/read.ts';
import { PlannedReorganisations, ReorganisationAnswer, type UnitsPage } from '#protocol/units.ts';
import type { Figures } from '#protocol/figures.ts';
import { paths } from '#protocol/version.ts';
import { deviceByToken } from '#server/storage/devices.ts';
import { reportFor } from '#server/storage/report.ts';
import { doDueReorganisations } from '#server/storage/reorganisations.ts';
import { databases } from '../support/databases.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { correction, record } from '../support/operations.ts';
import { createProvince, thatEvening, type Phone, type TestProvince } from '../support/province.ts';
import { write } from '../support/record-writes.ts';
import { mustBeSound } from '../support/sound.ts';

const today = dayInVietnam(thatEvening);
const tomorrow = '2026-11-13';
const kimLien = { code: '18200', name: 'Kim Liên', type: 'xa' } as const;
const bothCommunes: Reorganisation = { kind: 'merge', units: ['18124', '18127'], into: kimLien, begins: tomorrow };
const twoVillages: Reorganisation = { kind: 'merge', units: ['18124-01'], into: '18124-02', begins: tomorrow };

describe.each(databases)('units that change, on $name', ({ open }) => {
  let province: TestProvince;
  let time: number;
  let top: Phone;
  let commune: Phone;
  let hoa: Phone;
  const ask = async (who: Phone, url: string, payload: object) => {
    const app = await province.app();
    return app.inject({ method: 'POST', url, payload, headers: { authorization: `Bearer ${who.token}` } });
  };
  const reorganise = async (who: Phone, command: Reorganisation, preview = false) => {
    const answer = await ask(who, paths.reorganise, { command, preview });
    if (answer.statusCode === 200) expect(readAs(ReorganisationAnswer, answer.json())).toEqual(answer.json());
    return answer.json();
  };
  const read = async <Page>(who: Phone, url: string, query: Record<string, string> = {}): Promise<Page> => {
    const app = await province.app();
    return (await app.inject({ url, query, headers: { authorization: `Bearer ${who.token}` } })).json();
  };
  const evening = (phone: Phone, seq: number, date: string, unit = phone.person.unit) =>
    record(eveningInThon2({ counts: { VNEID_CAI: 1 }, date }), { device: phone.device, seq, unit });
  /** As the same phone is known now. */
  const again = async (phone: Phone): Promise<Phone> => {
    const found = await deviceByToken(province.db, phone.token);
    return { ...found!.caller, token: phone.token };
  };
  const push = async (phone: Phone, ...operations: Operation[]) => province.push(await again(phone), operations);
  const unit = async (id: string) => province.db.selectFrom('unit').selectAll().where('id', '=', id).executeTakeFirst();
  const pass = (days: number) => void (time += days * 24 * 60 * 60 * 1000);

  beforeEach(async () => {
    time = thatEvening;
    province = await createProvince({ open, clock: { now: () => time } });
    top = await province.phone('provinceOfficer');
    commune = await province.phone('communeOfficer');
    hoa = await province.phone('villageMember', '18124-02');
  });
  afterEach(async () => {
    await mustBeSound(province.db);
    await province.close();
  });

  test('who went into another village confirms what the old one did from there, not by a word given before', async () => {
    const confirm = async (seq: number, village: string) => {
      const body = { type: 'confirmation', record: confirmationId(village, '2026-11'), set: { state: 'confirmed' } };
      await push(hoa, write(body, { device: hoa.device, seq, unit: village, at: Math.floor(time / 1000) }));
    };
    const states = async () => {
      const { confirmations } = await reportFor(province, commune, { period: '2026-11' });
      return Object.fromEntries(confirmations.map(({ unit: id, state }) => [id, state]));
    };
    await confirm(1, '18124-02');
    await reorganise(commune, twoVillages);
    pass(1);
    await doDueReorganisations(province);
    expect(await states()).toMatchObject({ '18124-01': 'none', '18124-02': 'confirmed' });
    await confirm(2, '18124-02');
    expect(await states()).toMatchObject({ '18124-01': 'confirmed', '18124-02': 'confirmed', '18124-03': 'none' });
  });

  test('a preview says what will become of whom, and changes nothing', async () => {
    const before = await province.db.selectFrom('unit').selectAll().orderBy('id').execute();
    await province.push(hoa, [], 4);
    const answer = await reorganise(top, bothCommunes, true);
    expect(answer).toMatchObject({ state: 'preview', number: null, begins: tomorrow, waiting: 4 });
    expect(answer.makes.map(({ id }: { id: string }) => id)).toEqual([
      '18200',
      '18200-01',
      '18200-02',
      '18200-03',
      '18200-1812701',
      '18200-1812702',
    ]);
    expect(answer.moves.map((move: { from: string; to: string }) => [move.from, move.to])).toEqual([
      ['18124', '18200'],
      ['18124-02', '18200-02'],
    ]);
    expect(await province.db.selectFrom('unit').selectAll().orderBy('id').execute()).toEqual(before);
    expect(await province.db.selectFrom('reorganisation').selectAll().execute()).toEqual([]);
  });

  test('S4: on a day to come nothing changes until then, and then it is done before any work of the day', async () => {
    await push(hoa, evening(hoa, 1, today));
    const answer = await reorganise(top, bothCommunes);
    expect(answer.state).toBe('planned');
    expect(await unit('18200')).toBeUndefined();
    expect((await read<UnitsPage>(top, paths.units)).planned).toMatchObject([{ begins: tomorrow, problem: null }]);
    expect((await read<UnitsPage>(commune, paths.units)).planned).toEqual([]);
    await push(hoa, evening(hoa, 2, today));

    pass(1);
    // Any command of the day: a settings change of somebody else.
    await ask(top, paths.settings, {});
    expect(await unit('18124')).toMatchObject({ valid_to: today, merged_into: '["18200"]' });
    expect(await unit('18200-02')).toMatchObject({ valid_from: tomorrow, parent_id: '18200', name: 'Thôn 2' });
    expect((await again(hoa)).path).toBe('42/18200/18200-02/');
    expect((await again(commune)).path).toBe('42/18200/');
    expect((await read<UnitsPage>(top, paths.units)).planned).toEqual([]);
    const acts = await province.db.selectFrom('audit').select(['act', 'subject', 'unit_id']).execute();
    expect(acts.filter(({ act }) => act === 'unit.merged')).toEqual([
      { act: 'unit.merged', subject: '18124', unit_id: '18200' },
      { act: 'unit.merged', subject: '18127', unit_id: '18200' },
    ]);
  });

  test('S4, T4: work for the unit of before counts there, later work is refused by name, and the new unit begins at nothing', async () => {
    await push(hoa, evening(hoa, 1, today));
    await reorganise(top, bothCommunes);
    pass(3);
    await doDueReorganisations(province);
    const receipt = await push(
      hoa,
      evening(hoa, 2, today, '18124-02'),
      evening(hoa, 3, '2026-11-14', '18124-02'),
      evening(hoa, 4, '2026-11-14', '18200-02'),
      correction(`${hoa.device}-1`, eveningInThon2({ counts: { VNEID_CAI: 5 }, date: today }), {
        device: hoa.device,
        seq: 5,
        unit: '18124-02',
      }),
    );
    expect(receipt.refused.map(({ seq, code }) => [seq, code])).toEqual([[3, 'date-outside-unit']]);
    const heir = await again(commune);
    const now = await read<Figures>(heir, paths.figures, { period: '2026-11' });
    expect(now.totals).toEqual({ VNEID_CAI: 1 });
    expect(now.rows.map(({ unit: { id }, totals }) => [id, totals])).toContainEqual(['18200-02', { VNEID_CAI: 1 }]);
    expect(now.predecessors!.map(({ unit: { id }, totals }) => [id, totals])).toEqual([
      ['18124', { VNEID_CAI: 6 }],
      ['18127', {}],
    ]);
    const whole = await read<Figures>(top, paths.figures, { period: '2026-11' });
    expect(whole.totals).toEqual({ VNEID_CAI: 7 });
    expect(whole.rows.map(({ unit: { id } }) => id)).toEqual(['18124', '18127', '18200']);
    const old = await read<Figures>(heir, paths.figures, { unit: '18124', period: '2026-11' });
    expect(old.rows.map(({ unit: { id }, totals }) => [id, totals])).toContainEqual(['18124-02', { VNEID_CAI: 6 }]);
    const later = await read<Figures>(heir, paths.figures, { period: '2026-12' });
    expect([later.predecessors, later.rows.length]).toEqual([undefined, 5]);
  });

  test('S4: what was left open goes on with those who come after, and with nobody else', async () => {
    const note = { type: 'obstacle', set: { kind: 'sim-khong-chinh-chu', asked: 'cong-an-xa', people: 6, text: '' } };
    await push(hoa, write(note, { device: hoa.device, seq: 1, unit: '18124-02' }));
    await reorganise(top, bothCommunes);
    pass(2);
    await doDueReorganisations(province);
    const heir = await again(commune);
    const page = await read<{ records: { id: string; unit: string }[]; units: { id: string }[] }>(heir, paths.records, {
      type: 'obstacle',
    });
    expect(page.records).toMatchObject([{ id: `${hoa.device}-1`, unit: '18124-02' }]);
    expect(page.units.map(({ id }) => id)).toContain('18124-02');
    const solved = { type: 'obstacle', record: `${hoa.device}-1`, set: { solved: true } };
    const { refused } = await push(hoa, write(solved, { device: hoa.device, seq: 2, unit: '18124-02' }));
    expect(refused).toEqual([]);
    await province.unit('18300', '42');
    await province.unit('18300-01', '18300');
    const far = await province.phone('villageMember', '18300-01');
    const other = await push(far, write(solved, { device: far.device, seq: 1, unit: '18124-02' }));
    expect(other.refused.map(({ code }) => code)).toEqual(['unit-not-yours']);
  });

  test('villages are their commune’s matter, communes the province’s, and a team’s neither', async () => {
    expect((await reorganise(commune, twoVillages)).state).toBe('planned');
    expect((await reorganise(commune, bothCommunes, true)).code).toBe('unit-out-of-scope');
    const asked: Reorganisation = { kind: 'merge', units: ['18124'], into: '18124', begins: tomorrow };
    expect((await reorganise(commune, asked, true)).code).toBe('role-too-low');
    expect((await reorganise(hoa, twoVillages, true)).code).toBe('role-too-low');
    const far: Reorganisation = { ...twoVillages, units: ['18127-01'], into: '18127-02' };
    expect((await reorganise(commune, far, true)).code).toBe('unit-out-of-scope');
  });

  test('today is a day too, when nobody worked in the units yet; else the day after is named', async () => {
    expect((await reorganise(commune, { ...twoVillages, begins: today })).state).toBe('done');
    expect(await unit('18124-01')).toMatchObject({ valid_to: '2026-11-11', merged_into: '["18124-02"]' });
    await push(hoa, evening(hoa, 1, today));
    const once: Reorganisation = { kind: 'merge', units: ['18124-02'], into: '18124-03', begins: today };
    expect(await reorganise(commune, once)).toMatchObject({
      code: 'reorganisation-entries',
      params: { name: 'Thôn 2', day: today, from: tomorrow },
    });
    expect(await unit('18124-02')).toMatchObject({ valid_to: null });
  });

  test('a unit is planned for once; called off, it stays as it was and can be planned for again', async () => {
    const { number } = await reorganise(commune, twoVillages);
    const other: Reorganisation = { kind: 'merge', units: ['18124-02'], into: '18124-03', begins: '2026-12-01' };
    expect(await reorganise(commune, other)).toMatchObject({
      code: 'reorganisation-planned',
      params: { name: 'Thôn 2', day: tomorrow },
    });
    const left = await ask(commune, paths.callOffReorganisation, { number });
    expect(readAs(PlannedReorganisations, left.json())).toEqual([]);
    expect((await ask(commune, paths.callOffReorganisation, { number })).json().code).toBe('not-found');
    pass(2);
    expect(await doDueReorganisations(province)).toBe(0);
    expect(await unit('18124-01')).toMatchObject({ valid_to: null });
    expect((await reorganise(commune, { ...other, begins: '2026-12-01' })).state).toBe('planned');
  });

  test('what cannot be done when its day comes is said to the officers, and tried no more', async () => {
    await reorganise(commune, twoVillages);
    await province.db.updateTable('unit').set({ valid_to: today }).where('id', '=', '18124-02').execute();
    pass(1);
    expect(await doDueReorganisations(province)).toBe(0);
    expect(await doDueReorganisations(province)).toBe(0);
    const { planned } = await read<UnitsPage>(commune, paths.units);
    expect(planned).toMatchObject([{ problem: { code: 'reorganisation-ended', params: { name: 'Thôn 2' } } }]);
    expect(await unit('18124-01')).toMatchObject({ valid_to: null });
  });

  test('a server that was away on the day does it as of that day, and once, whoever looks', async () => {
    await reorganise(commune, twoVillages);
    pass(5);
    const done = await Promise.all([doDueReorganisations(province), doDueReorganisations(province)]);
    expect(done[0] + done[1]).toBe(1);
    expect(await unit('18124-01')).toMatchObject({ valid_to: today });
  });

  test.each<[string, object]>([
    ['a merge of nothing', { kind: 'merge', units: [], into: '18124', begins: tomorrow }],
    ['a day that is none', { ...twoVillages, begins: '2026-02-30' }],
    ['another kind', { kind: 'move', begins: tomorrow }],
  ])('%s is not understood', async (_, command) => {
    expect((await ask(top, paths.reorganise, { command, preview: true })).json().code).toBe('body-unreadable');
  });
});
