import { useMemo } from 'react';
import { useLive, useNow } from '#features/handbook.tsx';
import { useOfficerRecords } from '#features/officer-records.ts';
import { provincePage, type ProvincePage } from '#features/province-page.ts';
import type { Situation } from '#features/situation.ts';
import { useWanted } from '#features/use-wanted.ts';
import { dayInVietnam } from '#model/day.ts';
import type { PeriodId } from '#model/period.ts';
import { confirmation } from '#model/records/confirmation.ts';
import { link } from '#store/link.ts';
import { keptFigures, keptReport, type Figures, type ReportPage } from '#store/officer-pages.ts';
import { dueDay, standingsOf } from './standing.ts';

const addressOf = (what: 'figures' | 'report', unit: string, period: PeriodId) =>
  `/api/${what}?${new URLSearchParams({ unit, period }).toString()}`;

/** The figures of those below, and for a province how their reports stand. */
const usePages = (unit: string, period: PeriodId, ofProvince: boolean) => {
  const figures = addressOf('figures', unit, period);
  const report = ofProvince ? addressOf('report', unit, period) : '';
  useWanted([figures, report]);
  const known = useLive(
    async (db) => ({
      name: figures,
      kept: await keptFigures(db, figures),
      below: report ? ((await keptReport(db, report))?.body?.below ?? noBelow) : noBelow,
      link: await link(db),
    }),
    [figures, report],
  );
  const page: ProvincePage<Figures> =
    known?.name === figures ? provincePage(known.kept, known.link) : { kind: 'opening' };
  return { page, below: known?.name === figures ? known.below : noBelow };
};

const noBelow: ReportPage['below'] = [];
const noRows: never[] = [];

/** Who reports to an officer, and how each stands with a period. */
export const useUrging = (me: Situation, period: PeriodId) => {
  const now = useNow();
  const today = dayInVietnam(now);
  const own = me.units.find(({ id }) => id === me.person.unit)!;
  const { page, below } = usePages(own.id, period, own.level === 'province');
  const confirmations = useOfficerRecords(confirmation.type).rows ?? noRows;
  const due = dueDay(own.level, period, me.settings);
  const { silentDays } = me.settings;
  const body = page.kind === 'shown' ? page.body : undefined;
  const standings = useMemo(
    () => (body ? standingsOf({ figures: body, due, today, silentDays, confirmations, below }) : undefined),
    [body, due, today, silentDays, confirmations, below],
  );
  const level = own.level === 'province' ? ('communes' as const) : ('villages' as const);
  return { me, own, level, now, today, period, due, page, standings, confirmations, below };
};
export type UrgingHere = ReturnType<typeof useUrging>;
