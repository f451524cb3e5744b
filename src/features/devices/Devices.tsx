import { UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Communes } from '#features/devices/Communes.tsx';
import { Head } from '#features/devices/Head.tsx';
import { People } from '#features/devices/People.tsx';
import { useDevices } from '#features/devices/use-devices.ts';
import { PersonSheet } from '#features/devices/PersonSheet.tsx';
import { usePeople } from '#features/devices/use-people.ts';
import { FilterBox } from '#features/FilterBox.tsx';
import { useNow } from '#features/handbook.tsx';
import { Kept } from '#features/Kept.tsx';
import { NothingToShow } from '#features/NothingToShow.tsx';
import { useSituation, type Situation } from '#features/situation.ts';
import { withoutMarks } from '#features/without-marks.ts';
import { Button } from '#ui/Button.tsx';
import css from './Devices.module.css';

const DevicesOfUnit = ({ me, asked }: { me: Situation; asked: string }) => {
  const { t } = useTranslation('devices');
  const now = useNow();
  const page = useDevices(asked);
  const [wanted, setWanted] = useState('');
  const plain = withoutMarks(wanted);
  const people = usePeople(asked);
  const [inviting, setInviting] = useState(false);
  const own = me.units.find(({ id }) => id === me.person.unit);
  const shown = page.kind === 'shown' ? page.body : undefined;
  const ofProvince = shown ? shown.unit.level === 'province' : false;
  if (!own) return null;
  return (
    <div className={css.page}>
      <Head own={own} unit={asked === own.id ? own : shown?.unit} page={shown} now={now} />
      {page.kind === 'shown' ? (
        <>
          <Kept trouble={page.trouble} asOf={page.body.asOf} now={now} />
          <div className={css.bar}>
            <FilterBox
              label={t(ofProvince ? 'findCommune' : 'find')}
              value={wanted}
              found={page.body.people.length}
              onChange={setWanted}
            />
            <Button className={css.invite} look="strong" icon={UserRoundPlus} onClick={() => setInviting(true)}>
              {t('invite')}
            </Button>
          </div>
          <PersonSheet
            open={inviting}
            me={me}
            unit={page.body.unit}
            people={people}
            onClose={() => setInviting(false)}
          />
          <People me={me} page={page.body} wanted={wanted} plain={plain} now={now} />
          {ofProvince && <Communes communes={page.body.communes} wanted={wanted} plain={plain} now={now} />}
          <p className={css.truth}>{t('truth')}</p>
        </>
      ) : (
        <NothingToShow page={page} />
      )}
    </div>
  );
};

/**
 * Who works in a unit, and what their phones last said of themselves; the place where people are invited, changed,
 * moved and locked out.
 */
const Devices = () => {
  const { unit } = useParams();
  const me = useSituation();
  const asked = unit ?? me?.person.unit;
  return me && asked ? <DevicesOfUnit key={asked} me={me} asked={asked} /> : null;
};
export default Devices;
