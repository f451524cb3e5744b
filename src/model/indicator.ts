import catalogue from '#model/catalogue/indicators.json' with { type: 'json' };

/** The code one number is stored under, e.g. 'VNEID_CAI'. A ratio is stored as two measures and never as a percentage. */
export type Measure = string;
export type Dimension = 'gender' | 'ageGroup' | 'vulnerable';
export type MeasureLimits = { code: Measure; ask: number; refuse: number };

export type Indicator = {
  code: string;
  counts: 'events' | 'attendances' | 'items' | 'households' | 'people' | 'cases' | 'ratio';
  /** Offered first on the form. */
  core: boolean;
  measures: MeasureLimits[];
  dimensions: Dimension[];
};

export const indicators = catalogue as Indicator[];

const limitsByMeasure = new Map(
  indicators.flatMap((indicator) => indicator.measures).map((limits) => [limits.code, limits]),
);
const indicatorByMeasure = new Map(
  indicators.flatMap((indicator) => indicator.measures.map((limits) => [limits.code, indicator] as const)),
);

export const measures: Measure[] = [...limitsByMeasure.keys()];
export const coreMeasures: Measure[] = indicators
  .filter((indicator) => indicator.core)
  .flatMap((indicator) => indicator.measures.map((limits) => limits.code));

export const limitsOf = (measure: Measure): MeasureLimits | undefined => limitsByMeasure.get(measure);
export const indicatorOf = (measure: Measure): Indicator | undefined => indicatorByMeasure.get(measure);

/**
 * Optional cells of a count. Age bands 6 and 14 follow Nghị định 69/2024, 60 the Luật Người cao tuổi. Values of gender
 * and ageGroup exclude each other; those of vulnerable may overlap. What no cell names is "không ghi".
 */
export const dimensionValues: Record<Dimension, readonly string[]> = {
  gender: ['nam', 'nu'],
  ageGroup: ['lt6', '6-13', '14-59', '60p'],
  vulnerable: ['cao-tuoi', 'khuyet-tat', 'om-dau', 'dtts', 'ho-ngheo'],
};
export const exclusiveDimensions: readonly Dimension[] = ['gender', 'ageGroup'];

/** `${Measure}/${Dimension}/${value}`, e.g. 'VNEID_CAI/gender/nu'. */
export type CellKey = string;

export const cellKey = (measure: Measure, dimension: Dimension, value: string): CellKey =>
  `${measure}/${dimension}/${value}`;

/** The parts of a cell key, or undefined when the catalogue has no such cell. */
export const readCellKey = (key: CellKey): { measure: Measure; dimension: Dimension; value: string } | undefined => {
  const [measure, dimension, value, ...rest] = key.split('/') as [Measure, Dimension, string, ...string[]];
  const known =
    rest.length === 0 &&
    indicatorOf(measure)?.dimensions.includes(dimension) &&
    dimensionValues[dimension].includes(value);
  return known ? { measure, dimension, value } : undefined;
};
