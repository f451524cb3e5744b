import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevices } from '#features/devices/use-devices.ts';
import { useUnitWords } from '#features/unit-words.ts';
import type { Unit, UnitId, UnitLevel } from '#model/unit.ts';
import css from './PersonSheet.module.css';

type Props = {
  /** The officer's own unit: nothing beyond it is offered. */
  own: Unit;
  level: UnitLevel;
  commune: UnitId;
  value: UnitId;
  onCommune: (commune: UnitId) => void;
  onChange: (unit: UnitId) => void;
};

type SelectProps = { label: string; units: readonly Unit[]; value: UnitId; onChange: (unit: UnitId) => void };

const Select = ({ label, units, value, onChange }: SelectProps) => {
  const { t } = useTranslation('devices');
  const words = useUnitWords();
  const id = useId();
  return (
    <div className={css.field}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('choose')}</option>
        {units.map((unit) => (
          <option key={unit.id} value={unit.id}>
            {words.short(unit)}
          </option>
        ))}
      </select>
    </div>
  );
};

/** Which commune and which village: a commune officer has one commune, the province's officers have all. */
export const UnitChoice = ({ own, level, commune, value, onCommune, onChange }: Props) => {
  const { t } = useTranslation('devices');
  const above = useDevices(own.id);
  const there = useDevices(commune === '' ? own.id : commune);
  const communes = above.kind === 'shown' ? above.body.communes.map(({ unit }) => unit) : [];
  const villages = there.kind === 'shown' && commune !== '' ? there.body.units : [];
  if (level === 'province') return null;
  return (
    <>
      {own.level === 'province' && (
        <Select label={t('commune')} units={communes} value={commune} onChange={onCommune} />
      )}
      {level === 'village' && <Select label={t('village')} units={villages} value={value} onChange={onChange} />}
    </>
  );
};
