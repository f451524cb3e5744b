import type { Boundaries } from '#protocol/boundaries.ts';
import type { Dashboard } from '#protocol/dashboard.ts';
import type { AuditPage, AuditRow } from '#protocol/audit.ts';
import type { AccessToken, MadeToken, TokensPage } from '#protocol/access.ts';
import type { DeviceSeen, DevicesPage, PersonWithDevices } from '#protocol/devices.ts';
import type { EntriesPage, Figures, FiguresRow } from '#protocol/figures.ts';
import type { HeldWork, HoldingBox } from '#protocol/holding-box.ts';
import type { Pivot } from '#protocol/pivot.ts';
import type { RecordsPage } from '#protocol/records.ts';
import type { ReportCommand, ReportPage } from '#protocol/report.ts';
import type { ReorganisationAnswer, UnitProfile, UnitsPage } from '#protocol/units.ts';
import type { Handbook, ViewRow } from '#store/database.ts';
import { view } from '#store/views.ts';

export type {
  Boundaries,
  Dashboard,
  AuditPage,
  AuditRow,
  AccessToken,
  DeviceSeen,
  DevicesPage,
  EntriesPage,
  Figures,
  FiguresRow,
  HeldWork,
  HoldingBox,
  MadeToken,
  PersonWithDevices,
  Pivot,
  RecordsPage,
  ReportCommand,
  ReportPage,
  ReorganisationAnswer,
  UnitProfile,
  UnitsPage,
  TokensPage,
};

/** An officer's page as last received. Its shape was checked before it was kept; null before the first time. */
export type KeptPage<Body> = Omit<ViewRow, 'body'> & { body: Body | null };

/** `name` is the address of figures, as in '/api/figures?unit=42&period=2026-11'. */
export const keptFigures = async (db: Handbook, name: string): Promise<KeptPage<Figures> | undefined> =>
  (await view(db, name)) as KeptPage<Figures> | undefined;

/** `name` as in '/api/dashboard?unit=42&period=2026-11'. */
export const keptDashboard = async (db: Handbook, name: string): Promise<KeptPage<Dashboard> | undefined> =>
  (await view(db, name)) as KeptPage<Dashboard> | undefined;

/** `name` as in '/api/pivot?unit=42&periods=2026-10,2026-11&measures=VNEID_CAI'. */
export const keptPivot = async (db: Handbook, name: string): Promise<KeptPage<Pivot> | undefined> =>
  (await view(db, name)) as KeptPage<Pivot> | undefined;

/** `name` as in '/api/boundaries?unit=42'. */
export const keptBoundaries = async (db: Handbook, name: string): Promise<KeptPage<Boundaries> | undefined> =>
  (await view(db, name)) as KeptPage<Boundaries> | undefined;

/** `name` is the address of one page of entries. */
export const keptEntries = async (db: Handbook, name: string): Promise<KeptPage<EntriesPage> | undefined> =>
  (await view(db, name)) as KeptPage<EntriesPage> | undefined;

/** `name` as in '/api/records?type=obstacle&unit=18124'. */
export const keptRecords = async (db: Handbook, name: string): Promise<KeptPage<RecordsPage> | undefined> =>
  (await view(db, name)) as KeptPage<RecordsPage> | undefined;

/** `name` as in '/api/units?unit=18124'. */
export const keptUnits = async (db: Handbook, name: string): Promise<KeptPage<UnitsPage> | undefined> =>
  (await view(db, name)) as KeptPage<UnitsPage> | undefined;

/** `name` as in '/api/units/profile?unit=18124'. */
export const keptUnitProfile = async (db: Handbook, name: string): Promise<KeptPage<UnitProfile> | undefined> =>
  (await view(db, name)) as KeptPage<UnitProfile> | undefined;

/** `name` as in '/api/devices?unit=18124'. */
export const keptDevices = async (db: Handbook, name: string): Promise<KeptPage<DevicesPage> | undefined> =>
  (await view(db, name)) as KeptPage<DevicesPage> | undefined;

/** `name` is the address of one page of the log. */
export const keptAudit = async (db: Handbook, name: string): Promise<KeptPage<AuditPage> | undefined> =>
  (await view(db, name)) as KeptPage<AuditPage> | undefined;

/** `name` as in '/api/holding-box'. */
export const keptHoldingBox = async (db: Handbook, name: string): Promise<KeptPage<HoldingBox> | undefined> =>
  (await view(db, name)) as KeptPage<HoldingBox> | undefined;

/** `name` as in '/api/report?unit=18124&period=2026-11'. */
export const keptReport = async (db: Handbook, name: string): Promise<KeptPage<ReportPage> | undefined> =>
  (await view(db, name)) as KeptPage<ReportPage> | undefined;

/** `name` as in '/api/tokens'. */
export const keptTokens = async (db: Handbook, name: string): Promise<KeptPage<TokensPage> | undefined> =>
  (await view(db, name)) as KeptPage<TokensPage> | undefined;

/** What the province answered to a command, in the page it was given from: the screen need not wait to ask again. */
const changeKept = <Body>(db: Handbook, name: string, change: (body: Body) => Body): Promise<void> =>
  db.transaction('rw', db.views, async () => {
    const kept = (await view(db, name)) as KeptPage<Body> | undefined;
    if (kept?.body) await db.views.put({ ...kept, body: change(kept.body) });
  });

/** A person as they stand now, put in place of what a page of devices said, or added where it knew nobody. */
export const keepPerson = (db: Handbook, name: string, person: PersonWithDevices): Promise<void> =>
  changeKept<DevicesPage>(db, name, (page) => ({
    ...page,
    people: page.people.some(({ id }) => id === person.id)
      ? page.people.map((before) => (before.id === person.id ? person : before))
      : [...page.people, person],
  }));

/** A report as it stands after a step, in place of what its page said. */
export const keepReport = (db: Handbook, name: string, page: ReportPage): Promise<void> =>
  changeKept<ReportPage>(db, name, () => page);

/** A token as it stands now, in the page of all of them; a new one stands on top. */
export const keepToken = (db: Handbook, name: string, token: AccessToken): Promise<void> =>
  changeKept<TokensPage>(db, name, (page) => ({
    ...page,
    tokens: page.tokens.some(({ id }) => id === token.id)
      ? page.tokens.map((before) => (before.id === token.id ? token : before))
      : [token, ...page.tokens],
  }));

/** Held work that is decided now, moved from what waits to what was decided. */
export const keepDecided = (db: Handbook, name: string, work: HeldWork): Promise<void> =>
  changeKept<HoldingBox>(db, name, (box) => {
    const waiting = box.waiting.filter(({ id }) => id !== work.id);
    return {
      ...box,
      waiting,
      waitingInAll: box.waitingInAll - (box.waiting.length - waiting.length),
      decided: [work, ...box.decided.filter(({ id }) => id !== work.id)],
    };
  });
