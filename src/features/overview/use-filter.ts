import { useState } from 'react';
import { withoutMarks } from '#features/without-marks.ts';
import type { FiguresRow } from '#store/officer-pages.ts';

/** The rows whose name holds what was typed, tone marks or not. */
export const useFilter = (rows: readonly FiguresRow[]) => {
  const [wanted, setWanted] = useState('');
  const plain = withoutMarks(wanted);
  const found = plain === '' ? rows : rows.filter(({ unit }) => withoutMarks(unit.name).includes(plain));
  return { wanted, setWanted, found, filtering: plain !== '' };
};
