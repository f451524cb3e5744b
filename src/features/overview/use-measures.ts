import { useState } from 'react';
import {
  chooseMeasure,
  chooseMeasures,
  chosenMeasure,
  chosenMeasures,
  usualMeasures,
} from '#features/overview/chosen-measures.ts';
import { headlineMeasures } from '#features/overview/headline.ts';
import type { Measure } from '#model/indicator.ts';

/** Which measures this person looks at: the columns of the table, and the one of a list. */
export const useMeasures = (off: readonly Measure[]) => {
  const usual = usualMeasures(off);
  const [columns, setColumns] = useState(() => chosenMeasures() ?? usual);
  const [one, setOne] = useState<Measure>(() => chosenMeasure() ?? headlineMeasures(off)[0] ?? 'VNEID_CAI');
  return {
    usual,
    columns,
    setColumns: (chosen: Measure[]) => {
      setColumns(chosen);
      chooseMeasures(chosen);
    },
    one,
    setOne: (measure: Measure) => {
      setOne(measure);
      chooseMeasure(measure);
    },
  };
};

export type Measures = ReturnType<typeof useMeasures>;
