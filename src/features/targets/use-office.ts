import { useLive, useNow } from '#features/handbook.tsx';
import { provincePage, type ProvincePage } from '#features/province-page.ts';
import { useOfficerRecords } from '#features/officer-records.ts';
import type { Situation } from '#features/situation.ts';
import { useWanted } from '#features/use-wanted.ts';
import { dayInVietnam } from '#model/day.ts';
import { periodOf, type PeriodId } from '#model/period.ts';
import { link } from '#store/link.ts';
import { keptFigures, type Figures } from '#store/officer-pages.ts';

const addressOf = (unit: string, period: PeriodId) =>
  `/api/figures?${new URLSearchParams({ unit, period }).toString()}`;

/** The units right below an officer's own, with what their teams counted in a month. */
const useFigures = (unit: string, period: PeriodId): ProvincePage<Figures> => {
  const name = addressOf(unit, period);
  useWanted([name]);
  const known = useLive(async (db) => ({ name, kept: await keptFigures(db, name), link: await link(db) }), [name]);
  return known?.name === name ? provincePage(known.kept, known.link) : { kind: 'opening' };
};

type NotShown = Exclude<ProvincePage<unknown>, { kind: 'shown' }>;
const notShown = (page: ProvincePage<unknown>): NotShown | undefined => (page.kind === 'shown' ? undefined : page);

/** All that an officer's targets are about: the units below, their targets, the official figures, the teams' counts. */
export const useOffice = (me: Situation, period: PeriodId) => {
  const now = useNow();
  const today = dayInVietnam(now);
  const current = periodOf(today, me.settings.periodKind);
  const own = me.units.find(({ id }) => id === me.person.unit)!;
  // A month to come has no counts yet, but the same units.
  const counts = useFigures(own.id, period > current ? current : period);
  const targets = useOfficerRecords('target');
  const figures = useOfficerRecords('official-figure');
  const body = counts.kind === 'shown' ? counts.body : undefined;
  // All of it or nothing: a board that lacks the targets would say that none are set.
  const lacking =
    notShown(counts) ??
    (targets.rows ? undefined : notShown(targets.page)) ??
    (figures.rows ? undefined : notShown(figures.page));
  const units = body?.rows.map(({ unit }) => unit) ?? [];
  return {
    me,
    own,
    now,
    today,
    current,
    period,
    units,
    page: counts,
    /** Why there is nothing to show yet; undefined once all of it is there. */
    lacking,
    targets,
    figures,
    sumsOf: (unit: string): Readonly<Record<string, number>> => {
      if (!body || period > current) return {};
      return unit === own.id ? body.totals : (body.rows.find((row) => row.unit.id === unit)?.totals ?? {});
    },
    past: {
      today,
      kind: me.settings.periodKind,
      closed: me.closed.map((one) => one.period),
    },
  };
};
export type Office = ReturnType<typeof useOffice>;
