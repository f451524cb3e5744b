import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '#features/handbook.tsx';
import { Looks } from '#features/more/Looks.tsx';
import { Phone } from '#features/more/Phone.tsx';
import { Profile } from '#features/more/Profile.tsx';
import { SignOut } from '#features/more/SignOut.tsx';
import { OfficersWork } from '#features/more/OfficersWork.tsx';
import { WithCommune } from '#features/more/WithCommune.tsx';
import { WithResidents } from '#features/more/WithResidents.tsx';
import { Work } from '#features/more/Work.tsx';
import { levelOfRole, maySaveEntries } from '#model/person.ts';
import { situation } from '#store/situation.ts';
import { Button } from '#ui/Button.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import css from './More.module.css';

/** Everything that is not today's work: whose notebook this is, how it looks, how this phone stands, and the way out. */
const More = () => {
  const { t } = useTranslation('more');
  const me = useLive(situation);
  const [leaving, setLeaving] = useState(false);
  if (!me) return null;
  const ofTeam = maySaveEntries(me.person.role);
  return (
    <>
      <TopBar title={t('title')} />
      <div className={css.inside}>
        <Profile me={me} />
        <Work journal={ofTeam} />
        {ofTeam ? (
          <>
            <WithCommune />
            <WithResidents />
          </>
        ) : (
          <OfficersWork ofProvince={levelOfRole[me.person.role] === 'province'} />
        )}
        <Looks />
        <Phone />
        <Button look="danger" icon={LogOut} onClick={() => setLeaving(true)}>
          {t('signOut')}
        </Button>
      </div>
      <SignOut open={leaving} onClose={() => setLeaving(false)} />
    </>
  );
};

export default More;
