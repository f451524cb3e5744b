import { isAskedAt, type EntryDraft } from '#model/draft.ts';
import { coreMeasures, measures, type Measure } from '#model/indicator.ts';

/** What the form asks: the usual first, then the rest that the province has not switched off. */
export const offeredMeasures = (
  { place, counts }: EntryDraft,
  measuresOff: readonly Measure[],
): { core: Measure[]; others: Measure[]; hidden: Measure[] } => {
  // What was typed stays in sight also when it was switched off since.
  const offered = measures.filter((measure) => !measuresOff.includes(measure) || counts[measure]);
  return {
    core: offered.filter((measure) => coreMeasures.includes(measure) && isAskedAt(measure, place)),
    others: offered.filter((measure) => !coreMeasures.includes(measure)),
    hidden: offered.filter((measure) => !isAskedAt(measure, place) && !['', '0', undefined].includes(counts[measure])),
  };
};
