import { unitTypes, type Unit, type UnitLevel, type UnitType } from '#model/unit.ts';

/** Letters people write a unit's name with; nothing that steers a text or could be markup. */
export const isUnitName = (text: string): boolean => text.length > 0 && text.length <= 100 && !/[\p{C}<>]/u.test(text);

/** A village's own code within its commune. 'demo' begins those made for trying the app out. */
export const isVillageCode = (text: string): boolean => /^[0-9a-z]{1,12}$/i.test(text) && !/^demo/i.test(text);

/** The official code of a commune. */
export const isCommuneCode = (text: string): boolean => /^\d{5}$/.test(text);

export const isTypeOf = (level: UnitLevel, type: string): type is UnitType =>
  (unitTypes[level] as readonly string[]).includes(type);

/** A village's code without its commune's. */
export const villageCode = ({ id }: Pick<Unit, 'id'>): string => id.slice(id.indexOf('-') + 1);
