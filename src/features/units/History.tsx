import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useUnitWords } from '#features/unit-words.ts';
import { useWords } from '#features/words.ts';
import type { Unit } from '#model/unit.ts';
import type { UnitProfile } from '#store/officer-pages.ts';
import { useFormat } from '#ui/format.ts';
import { placeOf } from './addresses.ts';
import { useFormerWords } from './former-words.ts';
import { historyOf, type UnitEvent } from './history.ts';
import css from './Profile.module.css';

/** What became of the unit over time. */
export const History = ({ profile }: { profile: UnitProfile }) => {
  const { t } = useTranslation('area');
  const f = useFormat();
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('historyTitle')}</h2>
      <ol className={css.history}>
        {historyOf(profile).map((event) => (
          <li key={`${event.day} ${event.kind} ${event.kind === 'closed' ? event.period : ''}`}>
            <b>{f.dayLong(event.day)}</b>
            <Told event={event} />
          </li>
        ))}
      </ol>
    </section>
  );
};

const Told = ({ event }: { event: UnitEvent }) => {
  const { t } = useTranslation('area');
  const words = useWords();
  const formerly = useFormerWords();
  switch (event.kind) {
    case 'from-former':
      return (
        <span>
          {t(event.former.length === 1 ? 'event.wasFormer' : 'event.fromFormer', {
            count: event.former.length,
            names: event.former.map(formerly).join('; '),
          })}
        </span>
      );
    case 'from-units':
    case 'became':
      return (
        <span>
          {t(event.kind === 'became' ? 'event.became' : 'event.fromUnits')} <Named units={event.units} />
        </span>
      );
    case 'renamed':
      return <span>{t('event.renamed', { name: formerly(event.former) })}</span>;
    case 'closed':
      return <span>{t('event.closed', { period: words.period(event.period) })}</span>;
    case 'ended':
    case 'formed':
      return <span>{t(`event.${event.kind}`)}</span>;
  }
};

const Named = ({ units }: { units: readonly Unit[] }) => {
  const words = useUnitWords();
  return units.map((unit, at) => (
    <span key={unit.id}>
      {at > 0 && ', '}
      <Link to={placeOf(unit.id)}>{words.said(unit)}</Link>
    </span>
  ));
};
