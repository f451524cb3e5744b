import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '#server/storage/sqlite.ts';
import { createProvince } from '../support/province.ts';

/** A real province on a file of its own, listening on this machine, with one village's phone signed in. */
export const openBenchProvince = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'so-tay-06-bench-'));
  const province = await createProvince({
    clock: { now: () => Date.UTC(2026, 11, 1) },
    open: () => openSqlite(join(folder, 'province.db')),
  });
  const phone = await province.phone('villageMember');
  const app = await province.app();
  await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    province,
    device: phone.device,
    token: phone.token,
    unit: phone.person.unit,
    address: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    close: async () => {
      await province.close();
      rmSync(folder, { recursive: true });
    },
  };
};
