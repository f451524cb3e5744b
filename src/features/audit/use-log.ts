import { useState } from 'react';
import { auditOf, type Choice } from '#features/audit/addresses.ts';
import { useLive } from '#features/handbook.tsx';
import { provincePage, type ProvincePage } from '#features/province-page.ts';
import { useWanted } from '#features/use-wanted.ts';
import type { Handbook } from '#store/database.ts';
import { link } from '#store/link.ts';
import { keptAudit, type AuditPage, type AuditRow } from '#store/officer-pages.ts';

/** Pages as far as they are kept, up to `most`: each says where the next begins. The last may not be there yet. */
const walk = async (db: Handbook, choice: Choice, most: number) => {
  const pages = [];
  let before: number | undefined;
  for (;;) {
    const name = auditOf(choice, before);
    const kept = await keptAudit(db, name);
    pages.push({ name, kept });
    const next = kept?.body?.next ?? null;
    if (next === null || pages.length === most) return pages;
    before = next;
  }
};

export type Log = {
  /** How the first page stands. */
  page: ProvincePage<AuditPage>;
  rows: AuditRow[];
  units: AuditPage['units'];
  whole: boolean;
  /** The next page was asked for and is not here yet. */
  coming: boolean;
  more: () => void;
};

/** The log of a unit, the newest first, a page at a time. */
export const useLog = (choice: Choice): Log => {
  const [most, setMost] = useState(1);
  const first = auditOf(choice);
  const walked = useLive(
    async (db) => ({ first, pages: await walk(db, choice, most), link: await link(db) }),
    [first, most],
  );
  const pages = walked?.first === first ? walked.pages : undefined;
  useWanted(pages?.map(({ name }) => name) ?? [first]);
  const bodies = (pages ?? []).flatMap(({ kept }) => (kept?.body ? [kept.body] : []));
  // Newer acts push rows from one page to the next between two requests.
  const rows = [...new Map(bodies.flatMap((body) => body.rows).map((row) => [row.number, row])).values()];
  return {
    page: pages && walked ? provincePage(pages[0]?.kept, walked.link) : { kind: 'opening' },
    rows: rows.sort((one, other) => other.number - one.number),
    units: bodies.flatMap((body) => body.units),
    whole: bodies[bodies.length - 1]?.next === null,
    coming: bodies.length < most,
    more: () => setMost(bodies.length + 1),
  };
};
