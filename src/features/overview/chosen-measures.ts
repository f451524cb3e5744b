import { coreMeasures, measures, type Measure } from '#model/indicator.ts';

const place = 'so-tay-06.overview.measures';

export const isMeasure = (text: string): boolean => measures.includes(text);

/** Core measures the province uses. */
export const usualMeasures = (off: readonly Measure[]): Measure[] =>
  coreMeasures.filter((measure) => !off.includes(measure));

/** Core ones first, then the others, each in the catalogue's order. */
export const inOrder = (chosen: readonly Measure[]): Measure[] =>
  [...coreMeasures, ...measures.filter((measure) => !coreMeasures.includes(measure))].filter((measure) =>
    chosen.includes(measure),
  );

/** The columns this person chose before on this machine; undefined when they never did. */
export const chosenMeasures = (): Measure[] | undefined => {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place) ?? 'null');
    const known = Array.isArray(found) ? inOrder(found as Measure[]) : [];
    return known.length > 0 ? known : undefined;
  } catch {
    // Storage forbidden: the choice lasts as long as the page.
    return undefined;
  }
};

export const chooseMeasures = (chosen: readonly Measure[]): void => {
  try {
    localStorage.setItem(place, JSON.stringify(chosen));
  } catch {
    // As above.
  }
};

/** The measure a narrow screen shows; the usual first one until somebody chose another. */
export const chosenMeasure = (): Measure | undefined => {
  try {
    const found = localStorage.getItem(`${place}.one`);
    return found !== null && isMeasure(found) ? found : undefined;
  } catch {
    return undefined;
  }
};

export const chooseMeasure = (measure: Measure): void => {
  try {
    localStorage.setItem(`${place}.one`, measure);
  } catch {
    // As above.
  }
};
