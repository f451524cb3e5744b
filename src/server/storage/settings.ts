import { defaultSettings, type ProvinceSettings } from '#model/settings.ts';
import type { ProvinceDatabase } from '../province.ts';

/** What the province decided for itself, or the defaults where it decided nothing. */
export const readSettings = async (db: ProvinceDatabase): Promise<ProvinceSettings> => {
  const row = await db.selectFrom('setting').select('value').where('key', '=', 'settings').executeTakeFirst();
  return row ? { ...defaultSettings, ...(JSON.parse(row.value) as Partial<ProvinceSettings>) } : defaultSettings;
};
