import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InvitationCard } from '#features/devices/InvitationCard.tsx';
import type { People } from '#features/devices/use-people.ts';
import { UnitChoice } from '#features/devices/UnitChoice.tsx';
import type { MadeInvitation } from '#features/handbook.tsx';
import type { Situation } from '#features/situation.ts';
import { levelOfRole, mayManage, roles, type Role } from '#model/person.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import type { PersonWithDevices } from '#store/officer-pages.ts';
import { Button } from '#ui/Button.tsx';
import { Choices } from '#ui/Choices.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { TextField } from '#ui/TextField.tsx';
import css from './PersonSheet.module.css';

type Props = {
  open: boolean;
  me: Situation;
  /** The unit whose page this is. */
  unit: Unit;
  /** Who is changed; left out, somebody new is invited. */
  person?: PersonWithDevices;
  people: People;
  onClose: () => void;
};

/** The commune a unit lies in; a village's code begins with its commune's. None of a province. */
const communeOf = (unit: UnitId, level: Unit['level']): UnitId => (level === 'province' ? '' : unit.split('-')[0]!);

const Form = ({ me, unit, person, people, onClose }: Omit<Props, 'open'>) => {
  const { t } = useTranslation(['devices', 'common']);
  const own = me.units.find(({ id }) => id === me.person.unit)!;
  const offered = roles.filter((role) => mayManage(me.person.role, role));
  const [name, setName] = useState(person?.name ?? '');
  const [role, setRole] = useState<Role>(person?.role ?? offered[0]!);
  const [commune, setCommune] = useState(
    communeOf(person?.unit ?? unit.id, person ? levelOfRole[person.role] : unit.level),
  );
  const [village, setVillage] = useState(person && levelOfRole[person.role] === 'village' ? person.unit : '');
  const [missing, setMissing] = useState(false);
  const [invited, setInvited] = useState<MadeInvitation>();

  const level = levelOfRole[role];
  const chosen = level === 'village' ? village : level === 'commune' ? commune : own.id;
  const moves = person !== undefined && chosen !== '' && chosen !== person.unit;
  const send = async () => {
    setMissing(true);
    if (name.trim() === '' || chosen === '') return;
    if (!person) setInvited(await people.invite({ name, role, unit: chosen }));
    else if (await people.change({ person: person.id, name, role, unit: chosen })) onClose();
  };
  if (invited) return <InvitationCard invited={invited} onDone={onClose} />;
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label={t('name')}
        value={name}
        autoComplete="off"
        maxLength={100}
        error={missing && name.trim() === '' ? t('nameMissing') : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <Choices
        legend={t('role')}
        name="role"
        options={offered.map((value) => ({ value, label: t(`common:roles.${value}`), hint: t(`roleHint.${value}`) }))}
        value={role}
        onChange={setRole}
      />
      <UnitChoice
        own={own}
        level={level}
        commune={commune}
        value={village}
        onCommune={(next) => {
          setCommune(next);
          setVillage('');
        }}
        onChange={setVillage}
      />
      {missing && chosen === '' && <p className={css.trouble}>{t('unitMissing')}</p>}
      {moves && <p className={css.note}>{t('moveSaid', { name: person.name })}</p>}
      {people.trouble && (
        <p role="alert" className={css.trouble}>
          {people.trouble}
        </p>
      )}
      <div className={css.ways}>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button look="strong" type="submit" aria-disabled={people.busy}>
          {people.busy ? t('busy') : t(person ? (moves ? 'move' : 'common:save') : 'makeInvitation')}
        </Button>
      </div>
    </form>
  );
};

/** Invites somebody, or changes who somebody is and where they belong. */
export const PersonSheet = ({ open, onClose, ...rest }: Props) => {
  const { t } = useTranslation('devices');
  const close = () => {
    rest.people.forget();
    onClose();
  };
  return (
    <Sheet
      open={open}
      title={rest.person ? t('changeTitle', { name: rest.person.name }) : t('inviteTitle')}
      onClose={close}
    >
      {open && <Form {...rest} onClose={close} />}
    </Sheet>
  );
};
