import { useTranslation } from 'react-i18next';
import { useLive, type Me } from '#features/handbook.tsx';
import { session } from '#store/session.ts';
import { Card } from '#ui/Card.tsx';
import { capital } from '#ui/capital.ts';
import css from './Profile.module.css';

export const Profile = ({ me }: { me: Me }) => {
  const { t } = useTranslation(['more', 'common', 'units']);
  const device = useLive(session)?.device;
  const nameOf = (unit: Me['units'][number]) => {
    const name = t(`units:${unit.type}`, { name: unit.name });
    return unit.demo ? t('units:demo', { unit: name }) : name;
  };
  return (
    <Card>
      <div className={css.profile}>
        <b className={css.name}>{me.person.name}</b>
        <span>{t(`common:roles.${me.person.role}`)}</span>
        <small>{capital(me.units.map(nameOf).join(', '))}</small>
        {device !== undefined && <small>{t('device', { device })}</small>}
      </div>
    </Card>
  );
};
