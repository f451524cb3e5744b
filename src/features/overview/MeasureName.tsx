import { useTranslation } from 'react-i18next';
import type { Measure } from '#model/indicator.ts';

/** A measure and, unless its name says it already, what is counted. */
export const MeasureName = ({ of }: { of: Measure }) => {
  const { t } = useTranslation('measures');
  const [name, counted] = [t(`${of}.short`), t(`${of}.unit`)];
  return (
    <>
      {name}
      {name.toLowerCase() !== counted.toLowerCase() && <span> {counted}</span>}
    </>
  );
};
