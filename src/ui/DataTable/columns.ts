import type { ReactNode } from 'react';

/** What a cell holds. Null: not known; it is shown as a dash and stands last in any order. */
export type CellValue = string | number | null;

/** `number` stands right-aligned; `day` is 'YYYY-MM-DD'; `moment` seconds since 1970. */
export type CellKind = 'text' | 'number' | 'day' | 'moment';

export type TableColumn<Row> = {
  /** Kept in the address and in what a device remembers: Latin letters and digits. */
  key: string;
  head: string;
  /** Said when one points at the head, and in the choice of columns. */
  long?: string;
  /** What is counted, small beside the head. */
  unit?: string;
  /** Neighbours of one group stand under this common head. */
  group?: string;
  kind: CellKind;
  /** What is ordered by, copied and written into files. */
  value: (row: Row) => CellValue;
  /** What stands in the cell where that is more than the value: a link, a mark. */
  show?: (row: Row) => ReactNode;
  /** What is copied and written into files where that is not the value. */
  file?: (row: Row) => CellValue;
  /** What stands at the foot, of the rows in sight. */
  sum?: (rows: readonly Row[]) => CellValue;
  showSum?: (rows: readonly Row[]) => ReactNode;
  /** Not among the columns shown until a person chooses others; offered in the choice. */
  aside?: boolean;
  /** The column the eye should find first. */
  strong?: boolean;
  /** Said with less weight. */
  quiet?: boolean;
};

export type TableOrder = { column: string; down: boolean };
