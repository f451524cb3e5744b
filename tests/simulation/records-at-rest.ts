import { isOfficer } from '#model/person.ts';
import { standing, type EditableRecord } from '#model/record.ts';
import type { RecordsPage } from '#protocol/records.ts';
import type { RecordRow, ViewRow } from '#store/database.ts';
import type { SyncedPhone } from '../support/synced-phone.ts';
import { ticksPage } from './people.ts';
import { openIn } from './recomputation-of-records.ts';
import { must, plain } from './violation.ts';
import { commune, province } from './world.ts';

export type Records = ReadonlyMap<string, EditableRecord>;

/** Whose records come to this person's device (rule L2). */
const reads = ({ person: { role, unit } }: SyncedPhone, home: string): boolean => {
  if (home === province) return true;
  if (role === 'provinceOfficer') return false;
  return home === commune || home === unit || (isOfficer(role) && home.startsWith(`${unit}-`));
};

/** A record on a phone is everything the province accepted of it, and nothing else (rules L1, L2, M2). */
export const recordsAgree = (called: string, phone: SyncedPhone, expected: Records): void => {
  const rows = new Map(phone.disk.rows<RecordRow>('records').map((row) => [row.id, row]));
  const readable = [...expected.values()].filter(({ unit }) => reads(phone, unit));
  for (const record of readable) {
    const row = rows.get(record.id);
    must(row !== undefined, 'lost', () => `${called} lacks the record ${record.id} (rule L1)`);
    must(
      plain(row.record) === plain(record),
      'wrong',
      () => `${called} has ${plain(row.record)} instead of ${plain(record)}`,
    );
    must(row.unsettled === 0, 'stuck', () => `${called} has ${record.id} unsettled`);
    nothingIsReplacedSilently(called, row.record);
  }
  must(rows.size === readable.length, 'wrong', () => `${called} has ${rows.size} records of ${readable.length}`);
};

/** What nobody had seen when they wrote stands, says the same, or is shown beside what stands (rule M2). */
const nothingIsReplacedSilently = (called: string, record: EditableRecord): void => {
  for (const [field, versions] of Object.entries(record.fields)) {
    const open = openIn(versions);
    const stands = standing(record, field);
    const last = open[open.length - 1];
    must(stands?.op === last?.op, 'wrong', () => `${called}: ${record.id} ${field} stands as ${stands?.op}`);
    const shown = [stands!, ...stands!.lost].map(({ value }) => plain(value));
    const gone = open.filter(({ value }) => !shown.includes(plain(value)));
    must(gone.length === 0, 'lost', () => `${called}: ${record.id} ${field} hides ${plain(gone)} (rule M2)`);
  }
};

/** The page an officer opened shows every tick of the commune's villages, as their records hold it. */
export const pageShowsTheTicks = (called: string, { disk }: SyncedPhone, expected: Records): void => {
  const view = disk.rows<ViewRow>('views').find(({ name }) => name === ticksPage);
  if (!view?.body) return;
  const { records } = view.body as RecordsPage;
  const ticks = [...expected.values()].filter(({ type }) => type === 'progress');
  const byId = (all: readonly EditableRecord[]) => plain([...all].sort((a, b) => (a.id < b.id ? -1 : 1)));
  must(byId(records) === byId(ticks), 'wrong', () => `${called} is shown ${byId(records)} instead of ${byId(ticks)}`);
};
