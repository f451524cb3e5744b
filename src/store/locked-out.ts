import type { RefusalCode } from '#protocol/refusals.ts';
import type { Handbook } from '#store/database.ts';

const lockedOut: readonly RefusalCode[] = ['device-revoked', 'person-disabled', 'held-for-officer'];

export const isLockedOut = (code: RefusalCode): boolean => lockedOut.includes(code);

/** A locked device, or a disabled person's, keeps what its person wrote and nothing of what officers were shown (rule T2). */
export const forgetPages = async (db: Handbook): Promise<void> => {
  await db.views.clear();
};
