import { usualMeasures } from '#features/overview/chosen-measures.ts';
import type { Measure } from '#model/indicator.ts';

/** What an officer is asked about first; where the province does not count one of them, the next usual one. */
const first: readonly Measure[] = ['VNEID_CAI', 'DD_MUC2_LD', 'TT_BUOI', 'DVC_HD'];

export const headlineMeasures = (off: readonly Measure[]): Measure[] => {
  const usual = usualMeasures(off);
  const leading = first.filter((measure) => usual.includes(measure));
  return [...leading, ...usual.filter((measure) => !leading.includes(measure))].slice(0, first.length);
};
