import type { DeviceNumber } from '#model/operation.ts';
import type { Province } from '../province.ts';

/** Seconds within which a device that only reads is not noted again: each note is a write to disk. */
const exactly = 300;

/** Notes that a device reached the province, for those who judge how fresh a figure is. */
export const noteSeen = async ({ db, clock }: Province, device: DeviceNumber): Promise<void> => {
  const at = Math.floor(clock.now() / 1000);
  const seen = await db.selectFrom('device').select('last_seen_at').where('number', '=', device).executeTakeFirst();
  if (!seen || at - Number(seen.last_seen_at) < exactly) return;
  await db.updateTable('device').set({ last_seen_at: at }).where('number', '=', device).execute();
};
