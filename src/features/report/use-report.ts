import { useLive } from '#features/handbook.tsx';
import { provincePage, type ProvincePage } from '#features/province-page.ts';
import { useWanted } from '#features/use-wanted.ts';
import type { PeriodId } from '#model/period.ts';
import type { UnitId } from '#model/unit.ts';
import { link } from '#store/link.ts';
import { keptReport, type ReportPage } from '#store/officer-pages.ts';

/** Where the report of a unit is read, and the name under which it is kept. */
export const reportAddress = (unit: UnitId, period: PeriodId): string =>
  `/api/report?${new URLSearchParams({ unit, period }).toString()}`;

/** The report of a unit's period as last received; kept on this machine, so that it opens without a network. */
export const useReport = (unit: UnitId, period: PeriodId): ProvincePage<ReportPage> => {
  const name = reportAddress(unit, period);
  useWanted([name]);
  const known = useLive(async (db) => ({ name, kept: await keptReport(db, name), link: await link(db) }), [name]);
  return known?.name === name ? provincePage(known.kept, known.link) : { kind: 'opening' };
};
