import { useMemo } from 'react';
import { useLive } from '#features/handbook.tsx';
import { provincePage, type ProvincePage } from '#features/province-page.ts';
import { useSituation } from '#features/situation.ts';
import { useWanted } from '#features/use-wanted.ts';
import { levelOfRole } from '#model/person.ts';
import type { EditableRecord } from '#model/record.ts';
import type { UnitId } from '#model/unit.ts';
import type { RecordRow } from '#store/database.ts';
import { link } from '#store/link.ts';
import { keptRecords, type RecordsPage } from '#store/officer-pages.ts';
import { recordsOfType } from '#store/records.ts';
import { recordsOnTop } from '#store/records-on-top.ts';

export type OfficerRecords = {
  /** Undefined while nothing is known yet. */
  rows: RecordRow[] | undefined;
  /** The units the rows may be of; empty while the province was never reached. */
  units: RecordsPage['units'];
  page: ProvincePage<RecordsPage>;
  /** What a write starts from where the device itself does not hold the record. */
  baseOf: (id: string) => EditableRecord | undefined;
};

/** What the units left open that became the commune: its device does not hold it, the page does (rule S4). */
const withThoseBefore = (held: readonly RecordRow[], paged: readonly RecordRow[]): RecordRow[] => {
  const ids = new Set(held.map(({ id }) => id));
  return [...held, ...paged.filter(({ id }) => !ids.has(id))];
};

const noUnits: RecordsPage['units'] = [];

/** The address of records of a type in a unit and all below it, and the name under which the page is kept. */
export const recordsAddress = (type: string, unit: UnitId, period?: string): string =>
  `/api/records?type=${type}&unit=${unit}${period ? `&period=${period}` : ''}`;

/**
 * Records of a type in an officer's area. A commune's device holds them all itself; a province's shows the page the
 * province made, with what was written here and is not in it yet on top.
 */
export const useOfficerRecords = (type: string): OfficerRecords => {
  const me = useSituation();
  const name = me ? recordsAddress(type, me.person.unit) : '';
  useWanted([name]);
  const holdsAll = me !== undefined && levelOfRole[me.person.role] === 'commune';
  const known = useLive(
    async (db) => {
      const kept = await keptRecords(db, name);
      const paged = await recordsOnTop(db, type, kept?.body ?? { at: 0, records: [] });
      const here = holdsAll ? await recordsOfType(db, type) : [];
      const rows = holdsAll ? withThoseBefore(here, paged) : paged;
      const held = new Set(here.map(({ id }) => id));
      return { kept, rows, held, link: await link(db) };
    },
    [name, holdsAll, type],
  );
  return useMemo(() => {
    const page: ProvincePage<RecordsPage> = known ? provincePage(known.kept, known.link) : { kind: 'opening' };
    const body = page.kind === 'shown' ? page.body : undefined;
    const shown = holdsAll || body;
    return {
      rows: shown ? known?.rows : undefined,
      units: body?.units ?? noUnits,
      page,
      baseOf: (id) => (holdsAll && known?.held.has(id) ? undefined : body?.records.find((record) => record.id === id)),
    };
  }, [known, holdsAll]);
};
