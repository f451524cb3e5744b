import { Dashboard } from '#protocol/dashboard.ts';
import { Boundaries } from '#protocol/boundaries.ts';
import { AuditPage } from '#protocol/audit.ts';
import { TokensPage } from '#protocol/access.ts';
import { DevicesPage } from '#protocol/devices.ts';
import { EntriesPage, Figures } from '#protocol/figures.ts';
import { HoldingBox } from '#protocol/holding-box.ts';
import { Pivot } from '#protocol/pivot.ts';
import { RecordsPage } from '#protocol/records.ts';
import { ReportPage } from '#protocol/report.ts';
import { UnitProfile, UnitsPage } from '#protocol/units.ts';
import { paths } from '#protocol/version.ts';

const schemas = {
  [paths.figures]: Figures,
  [paths.dashboard]: Dashboard,
  [paths.pivot]: Pivot,
  [paths.entries]: EntriesPage,
  [paths.boundaries]: Boundaries,
  [paths.records]: RecordsPage,
  [paths.devices]: DevicesPage,
  [paths.audit]: AuditPage,
  [paths.holdingBox]: HoldingBox,
  [paths.report]: ReportPage,
  [paths.units]: UnitsPage,
  [paths.unitProfile]: UnitProfile,
  [paths.tokens]: TokensPage,
};

/** What an officer's page has to be, by the address it is read from; undefined for one that is none of ours. */
export const schemaOfView = (name: string) => schemas[name.split('?')[0] as keyof typeof schemas];
