import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Refused } from '#server/refusing.ts';
import { checkSums } from '#server/storage/check-sums.ts';
import { openSqlite } from '#server/storage/sqlite.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { record } from '../support/operations.ts';
import { places, type Place } from '../support/places.ts';
import { runProgram } from '../support/program.ts';
import { createProvince, type Phone, type TestProvince } from '../support/province.ts';

describe.each(places)('at the terminal, with a province on $name', ({ find }) => {
  let place: Place;
  let folder: string;
  let province: TestProvince;
  let hoa: Phone;

  const evenings = (phone: Phone, first: number, many: number) =>
    Array.from({ length: many }, (_, i) =>
      record(eveningInThon2({ counts: { VNEID_CAI: 1 + ((first + i) % 9) } }), {
        device: phone.device,
        seq: first + i,
        unit: phone.person.unit,
      }),
    );
  const command = (name: 'backup' | 'restore', file: string) =>
    runProgram(`src/server/cli/${name}.ts`, [file], place.env);
  const entries = async () => (await province.db.selectFrom('entry').select('id').execute()).length;

  beforeEach(async () => {
    place = await find();
    ({ folder } = place);
    province = await createProvince({ open: place.open });
    hoa = await province.phone('villageMember');
  });
  afterEach(async () => {
    await province.close();
    place.clear();
  });

  test('a backup made while phones are sending is whole, and its sums are those of its operations (S2)', async () => {
    const copy = join(folder, 'copy.sqlite');
    await province.push(hoa, evenings(hoa, 1, 20));
    const sending = new AbortController();
    const sends = (async () => {
      for (let first = 21; !sending.signal.aborted && first < 2000; first += 10) {
        await province.push(hoa, evenings(hoa, first, 10));
        await new Promise((later) => setTimeout(later, 20));
      }
    })();
    const { code, out, err } = await command('backup', copy);
    sending.abort();
    await sends;
    expect(err).toBe('');
    expect(out).toContain('Backed up into');
    expect(code).toBe(0);

    const backup = openSqlite(copy);
    expect(await checkSums(backup)).toEqual([]);
    const kept = (await backup.selectFrom('operation').select('seq').execute()).length;
    expect(kept).toBeGreaterThanOrEqual(20);
    expect(kept).toBeLessThanOrEqual(await entries());
    await backup.destroy();

    const again = await command('backup', copy);
    expect(again.code).toBe(1);
    expect(again.err).toContain('never overwritten');
  }, 60_000);

  test('a restore under a running province puts everything back, can be undone, and loses nothing phones still have', async () => {
    const copy = join(folder, 'copy.sqlite');
    await province.push(hoa, evenings(hoa, 1, 5));
    expect((await command('backup', copy)).code).toBe(0);
    await province.push(hoa, evenings(hoa, 6, 3));
    const latecomer = await province.phone('villageLead');

    const restored = await command('restore', copy);
    expect(restored.err).toBe('');
    expect(restored.code).toBe(0);
    expect(await entries()).toBe(5);
    expect(await checkSums(province.db)).toEqual([]);

    // The phone goes on with its ninth; the province asks from the sixth, and gets it.
    const gap = await province.push(hoa, evenings(hoa, 9, 1)).catch((error: unknown) => error);
    expect(gap).toBeInstanceOf(Refused);
    expect(gap).toMatchObject({ code: 'seq-gap', params: { expected: 6 } });
    const receipt = await province.push(hoa, evenings(hoa, 6, 4));
    expect(receipt.through).toBe(9);
    // L1: no number that some phone may have read before is given again.
    expect(receipt.accepted[0]![1]).toBeGreaterThan(8);
    // I1: nor the number of a device that signed in after the backup.
    expect((await province.phone('villageMember')).device).toBeGreaterThan(latecomer.device);

    const before = readdirSync(folder).find((name) => name.startsWith('before-restore-'));
    expect(restored.out).toContain(before);
    expect((await command('restore', join(folder, before!))).code).toBe(0);
    expect(await entries()).toBe(8);
  }, 60_000);

  test('a file that is missing, damaged or something else is refused in a sentence, and nothing is touched', async () => {
    await province.push(hoa, evenings(hoa, 1, 2));
    const letter = join(folder, 'letter.txt');
    writeFileSync(letter, 'This is no database. '.repeat(500));
    for (const [file, sentence] of [
      [join(folder, 'nowhere.sqlite'), 'There is no file'],
      [letter, 'is no backup of'],
    ] as const) {
      const { code, err } = await command('restore', file);
      expect(err).toContain(sentence);
      expect(err).not.toMatch(/\bat .*:\d+:\d+/);
      expect(code).toBe(1);
    }
    const elsewhere = await command('backup', join(folder, 'no', 'such', 'folder.sqlite'));
    expect(elsewhere.code).toBe(1);
    expect(existsSync(join(folder, 'no'))).toBe(false);
    expect(await entries()).toBe(2);
  }, 60_000);
});
