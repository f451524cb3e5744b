import type { LinkNote, Memory } from '#sync/ports.ts';
import type { Handbook, LinkRow } from '#store/database.ts';
import { dueCarried, noteDelivery } from '#store/carried.ts';
import { wipeFollowUps } from '#store/follow-ups-wipe.ts';
import { keepPage } from '#store/keep-page.ts';
import { changeLink } from '#store/link.ts';
import { forgetPages, isLockedOut } from '#store/locked-out.ts';
import { oldestWaiting } from '#store/oldest-waiting.ts';
import { reopenFrom } from '#store/reopen.ts';
import { session } from '#store/session.ts';
import { settle } from '#store/settle.ts';
import { keyToRegister, noteKey } from '#store/signing-key.ts';
import { situation } from '#store/situation.ts';
import { keepView, wantedViews } from '#store/views.ts';

const afterNote = (before: LinkRow, note: LinkNote): LinkRow => {
  if (note.kind === 'trying') return { ...before, tryingSince: note.at };
  const ended = { ...before, tryingSince: null, lastTriedAt: note.at };
  switch (note.kind) {
    case 'done':
      return { ...ended, lastSucceededAt: note.at, trouble: null, nextTryAt: null };
    case 'unreachable':
    case 'phone':
      return { ...ended, trouble: { kind: note.kind }, nextTryAt: note.nextTryAt };
    case 'refused':
      return { ...ended, trouble: { kind: 'refused', refusal: note.refusal }, nextTryAt: note.nextTryAt };
  }
};

/** The device's memory as sync asks for it. `clock` in milliseconds. */
export const createMemory = (db: Handbook, clock: { now(): number }): Memory => ({
  device: () =>
    db.transaction('r', db.notebook, async () => {
      const [me, known] = await Promise.all([session(db), situation(db)]);
      if (!me) return null;
      return {
        number: me.device,
        cursor: me.cursor,
        communeCursor: me.communeCursor ?? 0,
        provinceCursor: me.provinceCursor ?? 0,
        situation: known?.version ?? '',
        holdsLess: me.holdsLess,
      };
    }),
  waiting: (most) => oldestWaiting(db, most),
  settle: (receipt) => settle(db, receipt),
  reopenFrom: (seq) => reopenFrom(db, clock, seq),
  keep: (page) => keepPage(db, page, { own: false }),
  recover: (page) => keepPage(db, page, { own: true }),
  wantedViews: () => wantedViews(db, clock),
  keepView: (view, outcome) => keepView(db, clock, view, outcome),
  carried: () => dueCarried(db, clock),
  noteDelivery: (id, what) => noteDelivery(db, clock, id, what),
  keyToRegister: () => keyToRegister(db, clock),
  noteKey: (sealingKey) => noteKey(db, clock, sealingKey),
  note: async (note) => {
    const lockedOut = note.kind === 'refused' && isLockedOut(note.refusal.code);
    await db.transaction('rw', db.notebook, db.views, async () => {
      await changeLink(db, (before) => afterNote(before, note));
      if (lockedOut) await forgetPages(db);
    });
    // A lost phone's finder is not to read who is to be seen again (rule T2).
    if (lockedOut) await wipeFollowUps(db);
  },
});
