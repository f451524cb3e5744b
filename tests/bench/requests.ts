import 'fake-indexeddb/auto';
import type { EntryContent } from '#model/entry-content.ts';
import { recordHelp } from '#store/record-help.ts';
import { createProvince } from '../support/province.ts';
import { syncedPhone } from '../support/synced-phone.ts';
import { figure, type Figure } from './figure.ts';
import { outreachOperations } from './records.ts';

/** Five hundred a batch: what the plain reference takes for as many (twenty batches up and one question for the rest). */
const plainRequests = 21;

/** Requests a phone makes to bring 10,000 entries made without signal to a real province, and to hear that all is well. */
export const requests = async (entries = 10_000): Promise<Figure> => {
  const province = await createProvince({ clock: { now: () => Date.UTC(2026, 11, 1) } });
  const person = await province.person('villageMember', '18124-02');
  const phone = await syncedPhone(province, person, { fateOf: () => ({ kind: 'lost' }) });
  for (const { body } of outreachOperations(entries)) await recordHelp(phone.db, phone.clock, body as EntryContent);
  let made = 0;
  phone.fate(() => {
    made += 1;
    return { kind: 'through' };
  });
  phone.clock.pass(10 * 60_000);
  await phone.sync();
  const { count } = await province.db
    .selectFrom('entry')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  if (Number(count) !== entries) throw new Error(`Of ${entries} entries ${count} arrived`);
  await phone.switchOff();
  await province.close();
  return figure(`requests-${entries}`, made, 'requests', plainRequests);
};
