import { Dexie } from 'dexie';
import type { Handbook } from '#store/database.ts';

/** Residents to see again lie in a database of their own, which sync, bundles and copies know nothing of. */
export const followUpsOf = (db: Handbook): string => `${db.name}-follow-ups`;

/** Takes the list and its key from the phone: on signing out, when the phone is locked, and without a PIN. */
export const wipeFollowUps = (db: Handbook): Promise<void> => Dexie.delete(followUpsOf(db));
