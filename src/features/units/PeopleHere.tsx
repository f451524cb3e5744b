import { CheckCheck, Smartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useUnitWords } from '#features/unit-words.ts';
import type { Unit } from '#model/unit.ts';
import type { PersonWithDevices } from '#store/officer-pages.ts';
import { useFormat } from '#ui/format.ts';
import { devicesOf } from './addresses.ts';
import { useDevices } from './use-pages.ts';
import css from './PeopleHere.module.css';

const shownAtFirst = 8;

/** The people of a unit, and what their devices last said of themselves. */
export const PeopleHere = ({ unit, now }: { unit: Unit; now: number }) => {
  const { t } = useTranslation(['area', 'common']);
  const words = useUnitWords();
  const page = useDevices(devicesOf(unit.id));
  if (page.kind !== 'shown') return null;
  const { people, units } = page.body;
  const working = people.filter(({ disabled }) => disabled === null);
  const villages = new Map(units.map((one) => [one.id, words.heading(one)]));
  return (
    <section className={css.people} aria-labelledby="people">
      <header>
        <h2 id="people">{t('area:peopleTitle')}</h2>
        <Link to={`/nguoi-va-may/${encodeURIComponent(unit.id)}`}>
          {working.length > shownAtFirst ? t('area:allPeople', { count: working.length }) : t('area:toPeople')}
        </Link>
      </header>
      {working.length === 0 ? (
        <p className={css.quiet}>{t('area:noPeople')}</p>
      ) : (
        <>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('area:columnName')}</th>
                {unit.level === 'commune' && <th scope="col">{t('area:columnVillage')}</th>}
                <th scope="col">{t('area:columnLast')}</th>
                <th scope="col">{t('area:columnSaid')}</th>
              </tr>
            </thead>
            <tbody>
              {working.slice(0, shownAtFirst).map((person) => (
                <Row
                  key={person.id}
                  person={person}
                  village={unit.level === 'commune' ? (villages.get(person.unit) ?? t('area:ofTheCommune')) : undefined}
                  now={now}
                />
              ))}
            </tbody>
          </table>
          <p className={css.quiet}>{t('area:truth')}</p>
        </>
      )}
    </section>
  );
};

type RowProps = { person: PersonWithDevices; village: string | undefined; now: number };

const Row = ({ person, village, now }: RowProps) => {
  const { t } = useTranslation(['area', 'common']);
  const f = useFormat();
  const devices = person.devices.filter(({ locked }) => locked === null);
  const [newest] = devices;
  const waiting = devices.reduce((sum, device) => sum + device.waiting, 0);
  return (
    <tr>
      <th scope="row">
        {person.name} <span className={css.quiet}>{t(`common:roles.${person.role}`)}</span>
      </th>
      {village !== undefined && <td>{village}</td>}
      <td>{newest ? f.instant(newest.lastSeenAt * 1000, now) : t('area:noDevice')}</td>
      <td>
        {newest && (
          <span className={waiting > 0 ? css.waiting : css.sent}>
            {waiting > 0 ? <Smartphone aria-hidden size={16} /> : <CheckCheck aria-hidden size={16} />}
            {waiting > 0 ? t('area:waiting', { count: waiting }) : t('area:sentAll')}
          </span>
        )}
      </td>
    </tr>
  );
};
