import { useMemo } from 'react';
import { useLive, useNow } from '#features/handbook.tsx';
import { useOfficerRecords } from '#features/officer-records.ts';
import { provincePage, type ProvincePage } from '#features/province-page.ts';
import type { Situation } from '#features/situation.ts';
import { useWanted } from '#features/use-wanted.ts';
import { dayInVietnam } from '#model/day.ts';
import type { PeriodId } from '#model/period.ts';
import { link } from '#store/link.ts';
import { keptFigures, type Figures } from '#store/officer-pages.ts';
import { dueDay, standingsOf } from './standing.ts';

const useFigures = (unit: string, period: PeriodId): ProvincePage<Figures> => {
  const name = `/api/figures?${new URLSearchParams({ unit, period }).toString()}`;
  useWanted([name]);
  const known = useLive(async (db) => ({ name, kept: await keptFigures(db, name), link: await link(db) }), [name]);
  return known?.name === name ? provincePage(known.kept, known.link) : { kind: 'opening' };
};

const noRows: never[] = [];
const nothingClosed = new Map<string, number>();

/** Who reports to an officer, and how each stands with a period. */
export const useUrging = (me: Situation, period: PeriodId) => {
  const now = useNow();
  const today = dayInVietnam(now);
  const own = me.units.find(({ id }) => id === me.person.unit)!;
  const page = useFigures(own.id, period);
  const confirmations = useOfficerRecords('confirmation').rows ?? noRows;
  const due = dueDay(own.level, period, me.settings);
  const { silentDays } = me.settings;
  const body = page.kind === 'shown' ? page.body : undefined;
  const standings = useMemo(
    () =>
      body ? standingsOf({ figures: body, due, today, silentDays, confirmations, closedAt: nothingClosed }) : undefined,
    [body, due, today, silentDays, confirmations],
  );
  return { me, own, now, today, period, due, page, standings };
};
export type UrgingHere = ReturnType<typeof useUrging>;
