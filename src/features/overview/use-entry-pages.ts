import { useState } from 'react';
import { useLive } from '#features/handbook.tsx';
import { entriesOf } from '#features/overview/addresses.ts';
import { provincePage, type ProvincePage } from '#features/province-page.ts';
import { useWanted } from '#features/use-wanted.ts';
import { walkPages } from '#features/overview/walk-pages.ts';
import type { Measure } from '#model/indicator.ts';
import type { PeriodId } from '#model/period.ts';
import type { EntriesPage } from '#store/officer-pages.ts';
import { link } from '#store/link.ts';

export type Entry = EntriesPage['entries'][number];

export type EntryPages = {
  /** How the first page stands. */
  page: ProvincePage<EntriesPage>;
  entries: Entry[];
  people: EntriesPage['people'];
  units: NonNullable<EntriesPage['units']>;
  /** Every entry there is has been read. */
  whole: boolean;
  /** The next page was asked for and is not here yet. */
  coming: boolean;
  more: () => void;
};

/** The entries of a unit and period, newest first, a page at a time. */
export const useEntryPages = (unit: string, period: PeriodId, measure: Measure | undefined): EntryPages => {
  const [most, setMost] = useState(1);
  const nameOf = (after: string | undefined) => entriesOf(unit, period, measure, after);
  const first = nameOf(undefined);
  const walked = useLive(
    async (db) => ({ first, pages: await walkPages(db, nameOf, most), link: await link(db) }),
    [first, most],
  );
  const pages = walked?.first === first ? walked.pages : undefined;
  useWanted(pages?.map(({ name }) => name) ?? [first]);

  const bodies = (pages ?? []).flatMap(({ kept }) => (kept?.body ? [kept.body] : []));
  // An entry can stand on two pages when a newer one moved it between two requests.
  const entries = [...new Map(bodies.flatMap((body) => body.entries).map((entry) => [entry.id, entry])).values()];
  const last = bodies[bodies.length - 1];
  return {
    page: pages && walked ? provincePage(pages[0]?.kept, walked.link) : { kind: 'opening' },
    entries,
    people: bodies.flatMap((body) => body.people),
    units: bodies.flatMap((body) => body.units ?? []),
    whole: last?.next === null,
    coming: bodies.length < most,
    more: () => setMost(bodies.length + 1),
  };
};
