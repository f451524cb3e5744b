import { expect, test } from 'vitest';
import { unsettledCount } from '#store/outbox.ts';
import { monthsOfWork } from '../support/months-of-work.ts';
import { createProvince } from '../support/province.ts';
import { syncedPhone } from '../support/synced-phone.ts';
import { mustBeSound } from '../support/sound.ts';
import { TomorrowsHandbook } from './tomorrow.ts';

test('W1, P7: ten thousand operations in the outbox survive a migration that is killed half-way, and all go out', async () => {
  const province = await createProvince();
  const hoa = await syncedPhone(province, await province.person('villageMember', '18124-02', 'Lê Thị Hoa'), {
    fateOf: () => ({ kind: 'lost' }),
  });
  await monthsOfWork(hoa, 10_000);
  await hoa.switchOff();

  hoa.update((name) => new TomorrowsHandbook(name));
  hoa.disk.dieAfter(30, hoa.die);
  hoa.openTab();
  await hoa.wait(0);
  await hoa.buried();
  expect(hoa.tabs).toEqual([]);
  expect(hoa.disk.rows<{ migrated?: true }>('ownOperations').filter(({ migrated }) => migrated)).toEqual([]);

  hoa.openTab();
  await hoa.wait(0);
  expect(hoa.disk.rows<{ migrated?: true }>('ownOperations').filter(({ migrated }) => migrated)).toHaveLength(10_000);
  expect(await unsettledCount(hoa.db)).toBe(10_000);
  hoa.fate(() => ({ kind: 'through' }));
  await hoa.wait(5 * 60_000);
  expect(await unsettledCount(hoa.db)).toBe(0);
  expect(await province.db.selectFrom('entry').select('id').execute()).toHaveLength(10_000);
  await mustBeSound(province.db);
  await hoa.switchOff();
  await province.close();
}, 120_000);
