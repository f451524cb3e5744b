import type { Cell } from '#model/report/tables.ts';
import { inFigures } from '#model/report/words.ts';

/** What a cell says: a number as 1.204, one below nought with a true minus. */
export const cellText = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  return cell < 0 ? `\u2212${inFigures(-cell)}` : inFigures(cell);
};
