import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AuditPage } from '#protocol/audit.ts';
import { readAs } from '#protocol/read.ts';
import { paths } from '#protocol/version.ts';
import { noteAct } from '#server/storage/audit.ts';
import { auditFor } from '#server/storage/audit-page.ts';
import { databases } from '../support/databases.ts';
import { desk } from '../support/officer-desk.ts';
import { createProvince, thatEvening, type Phone, type TestProvince } from '../support/province.ts';

const now = thatEvening / 1000;

describe.each(databases)('the log on $name', ({ open }) => {
  let province: TestProvince;
  let hoa: Phone;
  let officer: Phone;
  let provincial: Phone;
  const log = async (who: Phone, query = '') =>
    (await desk(province, who).get(`${paths.audit}${query}`)).json() as AuditPage;
  const said = ({ rows }: AuditPage) => rows.map(({ act, subject }) => [act, subject]);
  beforeEach(async () => {
    province = await createProvince({ open });
    hoa = await province.phone('villageMember');
    officer = await province.phone('communeOfficer');
    provincial = await province.phone('provinceOfficer');
  });
  afterEach(() => province.close());

  test('what officers do stands in it, with who, on which device, whose matter, and to whom', async () => {
    await desk(province, officer).post(paths.revokeDevice, { device: hoa.device });
    await desk(province, officer).post(paths.revokeDevice, { device: hoa.device });
    await desk(province, officer).post(paths.disablePerson, { person: hoa.person.id });
    const page = await log(officer);
    expect(readAs(AuditPage, page)).toEqual(page);
    expect(page.rows).toMatchObject([
      {
        act: 'person.disabled',
        at: now,
        by: { id: officer.person.id, name: officer.person.name, unit: '18124' },
        device: officer.device,
        unit: '18124-02',
        of: { id: hoa.person.id, name: hoa.person.name },
      },
      { act: 'device.revoked', subject: String(hoa.device) },
    ]);
    expect(page.people).toEqual([{ id: officer.person.id, name: officer.person.name }]);
    expect(page.units.map(({ id }) => id)).toEqual(['18124', '18124-02']);
  });

  test('reading what others wrote is noted once an hour, and a refused command is not', async () => {
    const behind = `${paths.entries}?unit=18124-02&period=2026-11`;
    for (let i = 0; i < 3; i += 1) await desk(province, officer).get(behind);
    await desk(province, officer).get(`${paths.entries}?unit=18124&period=2026-11`);
    await desk(province, officer).get(`${paths.entries}?unit=18127&period=2026-11`);
    await desk(province, officer).post(paths.disablePerson, { person: provincial.person.id });
    expect(said(await log(officer))).toEqual([
      ['entries.read', '2026-11'],
      ['entries.read', '2026-11'],
    ]);
  });

  test('a commune reads its own, the province all of it, a village none', async () => {
    await noteAct(province.db, officer, { act: 'report.closed', unit: '18124', subject: '2026-10' }, now);
    await noteAct(province.db, provincial, { act: 'report.returned', unit: '18127', subject: '2026-10' }, now);
    await noteAct(province.db, provincial, { act: 'settings.changed', unit: '42' }, now);
    expect(said(await log(officer))).toEqual([['report.closed', '2026-10']]);
    expect(said(await log(provincial))).toHaveLength(3);
    expect(said(await log(provincial, '?unit=18127'))).toEqual([['report.returned', '2026-10']]);
    expect(await log(officer, '?unit=18127')).toMatchObject({ code: 'unit-out-of-scope' });
    expect(await log(hoa)).toMatchObject({ code: 'role-too-low' });
  });

  test('it is chosen from by person, act and day, and read page by page to its end', async () => {
    const day = 24 * 60 * 60;
    for (let i = 0; i < 250; i += 1)
      await noteAct(province.db, officer, { act: 'unit.changed', unit: '18124', subject: i }, now + i * 60);
    await noteAct(province.db, provincial, { act: 'settings.changed', unit: '42' }, now + 2 * day);
    const read: string[] = [];
    let before: number | null = null;
    do {
      const page = await log(provincial, `?act=unit.changed${before === null ? '' : `&before=${before}`}`);
      read.push(...page.rows.map(({ subject }) => subject!));
      before = page.next;
    } while (before !== null);
    expect(read).toEqual(Array.from({ length: 250 }, (_, i) => String(249 - i)));
    expect(said(await log(provincial, `?person=${provincial.person.id}`))).toEqual([['settings.changed', null]]);
    expect(said(await log(provincial, '?from=2026-11-14'))).toEqual([['settings.changed', null]]);
    expect((await log(provincial, '?to=2026-11-12')).rows).toHaveLength(100);
    for (const wrong of ['?act=ngu', '?from=2026-02-30', '?before=-1', '?person=x'])
      expect(await log(provincial, wrong)).toMatchObject({ code: 'query-unreadable' });
  });

  test('taking it away as a file is itself noted', async () => {
    await auditFor(province, officer, { all: '1' });
    expect(said(await log(officer))).toEqual([['audit.exported', null]]);
  });
});
