import type { KeyboardEvent } from 'react';

const reachable = 'a[href], button:not(:disabled)';
const typedIn = 'input, textarea, select, [contenteditable]';

const inCell = (row: Element | undefined, column: string): HTMLElement | null =>
  row?.querySelector<HTMLElement>(`[data-column="${column}"]`)?.querySelector<HTMLElement>(reachable) ?? null;

const upOrDown = (cell: HTMLElement, rows: Element[], step: number): HTMLElement | null => {
  for (let at = rows.indexOf(cell.closest('tr')!) + step; at >= 0 && at < rows.length; at += step) {
    const found = inCell(rows[at], cell.dataset['column']!);
    if (found) return found;
  }
  return null;
};

/** From what is focused in a cell of a table, the arrows lead to what is in the next; Home and End to a row's ends. */
export const moveWithKeys = (event: KeyboardEvent<HTMLTableElement>): void => {
  const from = event.target as HTMLElement;
  const cell = from.closest<HTMLElement>('[data-column]');
  if (!cell || from.closest(typedIn) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const all = [...event.currentTarget.querySelectorAll('tr')];
  const inRow = [...cell.closest('tr')!.querySelectorAll<HTMLElement>(reachable)];
  const here = inRow.indexOf(from);
  const ways: Record<string, () => HTMLElement | null | undefined> = {
    ArrowUp: () => upOrDown(cell, all, -1),
    ArrowDown: () => upOrDown(cell, all, 1),
    ArrowLeft: () => inRow[here - 1],
    ArrowRight: () => inRow[here + 1],
    Home: () => inRow[0],
    End: () => inRow[inRow.length - 1],
  };
  const to = ways[event.key]?.();
  if (!to) return;
  event.preventDefault();
  to.focus();
};
