import { useTranslation } from 'react-i18next';
import { PersonRow } from '#features/devices/PersonRow.tsx';
import { useLock } from '#features/devices/use-lock.ts';
import { usePeople } from '#features/devices/use-people.ts';
import type { Situation } from '#features/situation.ts';
import { useUnitWords } from '#features/unit-words.ts';
import { withoutMarks } from '#features/without-marks.ts';
import type { Unit } from '#model/unit.ts';
import type { DevicesPage, PersonWithDevices } from '#store/officer-pages.ts';
import { Card } from '#ui/Card.tsx';
import { Empty } from '#ui/Empty.tsx';
import css from './People.module.css';

type Props = { me: Situation; page: DevicesPage; wanted: string; plain: string; now: number };
type Group = { unit: Unit; people: PersonWithDevices[] };

const groupsOf = ({ unit, units, people }: DevicesPage, plain: string): Group[] =>
  [unit, ...units].map((one) => {
    const all = people.filter((person) => person.unit === one.id);
    const whole = withoutMarks(one.name).includes(plain);
    return { unit: one, people: whole ? all : all.filter(({ name }) => withoutMarks(name).includes(plain)) };
  });

/** People by village, their devices beside them; villages without anybody are named at the end. */
export const People = ({ me, page, wanted, plain, now }: Props) => {
  const { t } = useTranslation('devices');
  const words = useUnitWords();
  const locking = useLock(page.unit.id);
  const managing = usePeople(page.unit.id);
  const groups = groupsOf(page, plain);
  const [found, without] = [
    groups.filter(({ people }) => people.length > 0),
    groups.filter(({ people }) => !people.length),
  ];
  const nobodyIn = without.filter(({ unit }) => unit.level === 'village').map(({ unit }) => words.short(unit));

  if (page.people.length === 0 && page.communes.length === 0) return <Empty>{t('noPeople')}</Empty>;
  if (found.length === 0 && page.communes.length > 0) return null;
  if (found.length === 0) return <p className={css.quiet}>{t('findNone', { wanted: wanted.trim() })}</p>;
  return (
    <>
      {found.map(({ unit, people }) => (
        <section key={unit.id} aria-labelledby={`unit-${unit.id}`} className={css.group}>
          <h2 id={`unit-${unit.id}`} className={css.unit}>
            {unit.level === 'village' ? words.short(unit) : t('officers')}{' '}
            <span className={css.quiet}>{t('people', { count: people.length })}</span>
          </h2>
          <Card as="ul">
            {people.map((person) => (
              <PersonRow
                key={person.id}
                me={me}
                unit={page.unit}
                person={person}
                locking={locking}
                people={managing}
                now={now}
              />
            ))}
          </Card>
        </section>
      ))}
      {plain === '' && nobodyIn.length > 0 && (
        <p className={css.quiet}>{t('nobodyIn', { villages: nobodyIn.join(', ') })}</p>
      )}
    </>
  );
};
