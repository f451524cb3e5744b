import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useUnitWords } from '#features/unit-words.ts';
import type { Unit } from '#model/unit.ts';
import type { DevicesPage } from '#store/officer-pages.ts';
import { useArrival } from '#ui/arrival.ts';
import { useFormat } from '#ui/format.ts';
import css from './Head.module.css';

type Props = { own: Unit; unit: Unit | undefined; page: DevicesPage | undefined; now: number };

const inUse = ({ people, communes }: DevicesPage): { people: number; phones: number } => ({
  people: people.length + communes.reduce((sum, commune) => sum + commune.people, 0),
  phones:
    people.reduce(
      (sum, { devices, disabled }) => sum + (disabled ? 0 : devices.filter((one) => !one.locked).length),
      0,
    ) + communes.reduce((sum, { devices }) => sum + devices, 0),
});

/** Whose people these are, how many, and as of when. */
export const Head = ({ own, unit, page, now }: Props) => {
  const { t } = useTranslation('devices');
  const f = useFormat();
  const words = useUnitWords();
  const isOwn = unit?.id === own.id;
  const heading = useArrival(unit && (isOwn ? t('title') : t('titleOf', { unit: words.said(unit) })));
  const counts = page && inUse(page);
  return (
    <header className={css.head}>
      {!isOwn && (
        <nav aria-label={t('where')}>
          <Link to="/nguoi-va-may" className={css.link}>
            {words.heading(own)}
          </Link>
        </nav>
      )}
      <h1 tabIndex={-1} ref={heading}>
        {unit && !isOwn ? words.heading(unit) : t('title')}
      </h1>
      <p>
        {isOwn ? words.heading(own) : t('title')}
        {page && counts && (
          <>
            {' · '}
            {t('people', { count: counts.people })} · {t('phones', { count: counts.phones })} ·{' '}
            {t('asOf', { when: f.instant(page.asOf * 1000, now) })}
          </>
        )}
      </p>
    </header>
  );
};
