import { useTranslation } from 'react-i18next';
import type { MobilePoint } from '#model/records/mobile-point.ts';
import { useFormat } from '#ui/format.ts';
import css from './PointSums.module.css';

type Props = {
  point: MobilePoint;
  said: readonly { unit: string; people: number }[];
  /** Villages it is for that have not said, by name; empty while their list was never read. */
  silent: readonly string[];
  nameOf: (unit: string) => string;
};

/** How many residents the villages will bring, in all and village by village. */
export const PointSums = ({ point, said, silent, nameOf }: Props) => {
  const { t } = useTranslation('mobile-points');
  const f = useFormat();
  const sum = said.reduce((so, { people }) => so + people, 0);
  const over = point.capacity > 0 && sum > point.capacity;
  return (
    <details className={css.sums}>
      <summary>
        <b>
          {said.length === 0
            ? t('officer.none')
            : point.capacity > 0
              ? t('officer.saidOf', { number: f.number(sum), capacity: f.number(point.capacity) })
              : t('officer.said', { number: f.number(sum) })}
        </b>
        {over && <span className={css.over}> {t('officer.over')}</span>}
      </summary>
      <ul aria-label={t('officer.villages')}>
        {said.map(({ unit, people }) => (
          <li key={unit}>{t('officer.village', { village: nameOf(unit), number: f.number(people) })}</li>
        ))}
      </ul>
      {silent.length > 0 && <p className={css.none}>{t('officer.silent', { villages: silent.join(', ') })}</p>}
    </details>
  );
};
