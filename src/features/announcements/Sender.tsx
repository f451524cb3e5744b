import { useTranslation } from 'react-i18next';
import type { Unit } from '#model/unit.ts';
import { capital } from '#ui/capital.ts';

type Props = { unit: string; units: readonly Pick<Unit, 'id' | 'name' | 'type' | 'demo'>[] };

/** Whose announcement it is, by the unit's name. */
export const Sender = ({ unit, units }: Props) => {
  const { t } = useTranslation('units');
  const known = units.find(({ id }) => id === unit);
  if (!known) return unit;
  const said = t(known.type, { name: known.name });
  return capital(known.demo ? t('demo', { unit: said }) : said);
};
