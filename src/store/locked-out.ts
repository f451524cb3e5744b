import type { Refusal, RefusalCode } from '#protocol/refusals.ts';
import type { Handbook, LinkRow } from '#store/database.ts';
import { link } from '#store/link.ts';

const lockedOut: readonly RefusalCode[] = ['device-revoked', 'person-disabled', 'held-for-officer'];

export const isLockedOut = (code: RefusalCode): boolean => lockedOut.includes(code);

/** Whether the province's last word to this phone was that it is locked, or its person stopped. */
export const isPhoneLockedOut = async (db: Handbook): Promise<boolean> => {
  const { trouble } = await link(db);
  return trouble?.kind === 'refused' && isLockedOut(trouble.refusal.code);
};

export type LinkTrouble = NonNullable<LinkRow['trouble']>;

/** Whether it is this device that was locked, or its person who was stopped; what is held says which of the two. */
export const whyLockedOut = ({ code, params }: Refusal): 'device-revoked' | 'person-disabled' =>
  code === 'person-disabled' || params['why'] === 'person-disabled' ? 'person-disabled' : 'device-revoked';

/** A locked device, or a disabled person's, keeps what its person wrote and nothing of what officers were shown (rule T2). */
export const forgetPages = async (db: Handbook): Promise<void> => {
  await db.views.clear();
};
