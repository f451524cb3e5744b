import type { Part } from '#features/analysis/choice.ts';
import { entriesBehind, figuresBehind } from '#features/behind-figures.ts';
import { everyUnit, type PivotFigure, type PivotPlace } from '#model/pivot.ts';
import type { Unit } from '#model/unit.ts';

/**
 * Where what a figure is made of can be read: the entries; of a whole province, the figures of its communes. Nowhere where there
 * is nothing, or what may not be read: what is hidden, what was rounded for it, and vulnerable groups above the commune.
 */
export const behind = (
  figure: PivotFigure,
  { unit, period, measure }: Pick<PivotPlace, 'unit' | 'period' | 'measure'>,
  { own, by }: { own: Pick<Unit, 'id' | 'level'>; by: Part },
): string | undefined => {
  if (figure.kind !== 'known' || figure.count === 0 || figure.rounded) return undefined;
  if (own.level === 'province' && by === 'vulnerable') return undefined;
  if (unit !== everyUnit) return entriesBehind(unit, period, measure);
  return own.level === 'province' ? figuresBehind(own.id, period) : entriesBehind(own.id, period, measure);
};
