import type { Unit, UnitType } from '#model/unit.ts';

/** What the units below a commune are called most. */
const villageOf: Partial<Record<UnitType, { type: UnitType; called: string }>> = {
  phuong: { type: 'to-dan-pho', called: 'Tổ dân phố' },
};
const inTheCountry = { type: 'thon' as const, called: 'Thôn' };

/**
 * Three to five villages for a commune, made up and marked so: no public list has the real ones. Their codes begin with
 * 'demo', which no real code does.
 */
export const demoVillages = (commune: Unit): Unit[] => {
  const { type, called } = villageOf[commune.type] ?? inTheCountry;
  const count = 3 + (Number(commune.id) % 3);
  return Array.from({ length: count }, (_, at) => ({
    id: `${commune.id}-demo${at + 1}`,
    name: `${called} ${at + 1}`,
    type,
    level: 'village',
    parent: commune.id,
    validFrom: commune.validFrom,
    validTo: null,
    mergedInto: [],
    demo: true,
  }));
};
