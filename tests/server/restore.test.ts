import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readInvitationCode } from '#protocol/sign-in.ts';
import { backUp } from '#server/storage/backup.ts';
import { revokeDevice } from '#server/storage/devices.ts';
import { invite, useInvitation } from '#server/storage/invitations.ts';
import { disablePerson } from '#server/storage/people.ts';
import { restore } from '#server/storage/restore.ts';
import { openSqlite } from '#server/storage/sqlite.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { record } from '../support/operations.ts';
import { createProvince, thatEvening, type Phone, type TestProvince } from '../support/province.ts';
import { mustBeSound } from '../support/sound.ts';

const now = thatEvening / 1000;
let folder: string;
let backup: string;
let province: TestProvince;
let hoa: Phone;
const evening = (seq: number) => record(eveningInThon2(), { device: hoa.device, seq, unit: '18124-02' });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'so-tay-06-test-'));
  backup = join(folder, 'backup.sqlite');
  province = await createProvince({ open: () => openSqlite(join(folder, 'province.sqlite')) });
  hoa = await province.phone('villageMember');
});
afterEach(async () => {
  await mustBeSound(province.db);
  await province.close();
  rmSync(folder, { recursive: true });
});

test('L1, I1: the same backup restored twice gives no number of an operation or a device twice', async () => {
  await province.push(hoa, [evening(1)]);
  expect(await backUp(province.db, backup)).toEqual({ kind: 'done' });
  const numbers: number[] = [];
  const devices = [hoa.device];
  for (let round = 0; round < 3; round += 1) {
    expect(await restore(province.db, backup)).toEqual({ kind: 'done' });
    const { accepted } = await province.push(hoa, [evening(2), evening(3)]);
    numbers.push(...accepted.flatMap(([, number, count]) => [number, number + count - 1]));
    devices.push((await province.phone('villageMember')).device);
  }
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  expect(new Set(numbers).size).toBe(6);
  expect(new Set(devices).size).toBe(4);
});

test('a phone revoked, a person disabled and an invitation used since the backup stay so', async () => {
  const stolen = await province.phone('villageMember');
  const gone = await province.person('villageMember', '18124-02', 'Lê Văn Bình');
  const invited = async (phone: Phone) => readInvitationCode(await invite(province.db, phone.person.id, now))!;
  const code = await invited(hoa);
  const unused = await invited(stolen);
  await backUp(province.db, backup);
  await revokeDevice(province.db, stolen.device, now);
  await disablePerson(province.db, gone.id, now);
  expect(await useInvitation(province.db, code, now)).toBe(hoa.person.id);

  expect(await restore(province.db, backup)).toEqual({ kind: 'done' });
  const revoked = await province.db.selectFrom('device').select('number').where('revoked_at', 'is not', null).execute();
  expect(revoked).toEqual([{ number: stolen.device }]);
  const disabled = await province.db.selectFrom('person').select('id').where('disabled_at', 'is not', null).execute();
  expect(disabled).toEqual([{ id: gone.id }]);
  const used = await province.db.selectFrom('invitation').select('used_at').where('used_at', 'is not', null).execute();
  expect(used).toHaveLength(1);
  expect(await useInvitation(province.db, unused, now)).toBe(stolen.person.id);
});

test('a backup is brought back on a machine that has nothing yet', async () => {
  await province.push(hoa, [evening(1), evening(2)]);
  await backUp(province.db, backup);
  const elsewhere = await createProvince({ open: () => openSqlite(join(folder, 'other.sqlite')), units: [] });
  expect(await restore(elsewhere.db, backup)).toEqual({ kind: 'done' });
  await mustBeSound(elsewhere.db);
  expect((await elsewhere.push(hoa, [evening(3)])).holding.highestSeq).toBe(3);
  await elsewhere.close();
});
