import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Invited } from '#features/handbook.tsx';
import { isRole } from '#model/person.ts';
import { capital } from '#ui/capital.ts';
import { TextField } from '#ui/TextField.tsx';
import css from './Whose.module.css';

type UnitNamed = Invited['units'][number];

/** Whose invitation it is, before anybody accepts it: the person, the role, and every unit up to the province. */
export const Whose = ({ invitation }: { invitation: Invited }) => {
  const { t } = useTranslation(['sign-in', 'common', 'units']);
  const nameOf = (unit: UnitNamed) => {
    const name = t(`units:${unit.type as 'xa'}`, { name: unit.name });
    return unit.demo ? t('units:demo', { unit: name }) : name;
  };
  const [own, ...above] = invitation.units;
  const role = isRole(invitation.role) ? t(`common:roles.${invitation.role}`) : invitation.role;

  return (
    <>
      <output className={css.whose}>
        <CircleCheck aria-hidden size={18} />
        <span>
          <b>{invitation.name}</b> · {role}
          {above.length > 0 && (
            <>
              <br />
              {capital(above.map(nameOf).join(', '))}
            </>
          )}
        </span>
      </output>
      {own && (
        <TextField
          label={t(`unitTypes.${own.type as 'thon'}`)}
          optional={t('unitFixed')}
          value={capital(nameOf(own))}
          readOnly
        />
      )}
    </>
  );
};
