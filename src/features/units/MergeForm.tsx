import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterBox } from '#features/FilterBox.tsx';
import { useUnitWords } from '#features/unit-words.ts';
import { withoutMarks } from '#features/without-marks.ts';
import type { Day } from '#model/day.ts';
import type { NewUnit, Reorganisation } from '#model/reorganisation.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import { Choices } from '#ui/Choices.tsx';
import { NewUnitFields } from './NewUnitFields.tsx';
import css from './Reorganise.module.css';

/** The units that come together, and under which of them, or which new one. */
export type MergeDraft = { units: UnitId[]; into: UnitId | 'new'; made: NewUnit };

export const emptyMerge = (unit: Unit): MergeDraft => ({
  units: [unit.id],
  into: unit.id,
  made: { code: '', name: '', type: unit.type },
});

const trimmed = ({ code, name, type }: NewUnit): NewUnit => ({ code: code.trim(), name: name.trim(), type });

/** Undefined while something lacks. */
export const mergeOf = ({ units, into, made }: MergeDraft, begins: Day): Reorganisation | undefined => {
  if (units.length < 2) return undefined;
  if (into !== 'new') return { kind: 'merge', units: units.filter((id) => id !== into), into, begins };
  const unit = trimmed(made);
  return unit.code === '' || unit.name === '' ? undefined : { kind: 'merge', units, into: unit, begins };
};

const manyUnits = 12;

type Props = {
  unit: Unit;
  siblings: readonly Unit[];
  draft: MergeDraft;
  onChange: (draft: MergeDraft) => void;
};

export const MergeForm = ({ unit, siblings, draft, onChange }: Props) => {
  const { t } = useTranslation('area');
  const words = useUnitWords();
  const [looked, setLooked] = useState('');
  const plain = withoutMarks(looked);
  // The unit itself first: in a list of sixty it would be out of sight.
  const inOrder = [unit, ...siblings.filter(({ id }) => id !== unit.id)];
  const shown = inOrder.filter(({ id, name }) => draft.units.includes(id) || withoutMarks(name).includes(plain));
  const chosen = siblings.filter(({ id }) => draft.units.includes(id));
  const toggle = (id: UnitId, on: boolean) => {
    const units = on ? [...draft.units, id] : draft.units.filter((one) => one !== id);
    onChange({ ...draft, units, into: units.includes(draft.into) || draft.into === 'new' ? draft.into : unit.id });
  };
  return (
    <>
      <fieldset className={css.units}>
        <legend>{t('mergeWhich')}</legend>
        {siblings.length > manyUnits && (
          <FilterBox label={t('find')} value={looked} found={shown.length} onChange={setLooked} />
        )}
        <ul>
          {shown.map((one) => (
            <li key={one.id}>
              <label>
                <input
                  type="checkbox"
                  checked={draft.units.includes(one.id)}
                  disabled={one.id === unit.id}
                  onChange={(event) => toggle(one.id, event.target.checked)}
                />
                <span>
                  {words.heading(one)} <small>{one.id}</small>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      {chosen.length > 1 && (
        <Choices
          legend={t('mergeInto')}
          name="into"
          value={draft.into}
          options={[
            ...chosen.map((one) => ({ value: one.id, label: words.heading(one), hint: t('mergeIntoHint') })),
            { value: 'new', label: t('mergeIntoNew'), hint: t('mergeIntoNewHint') },
          ]}
          onChange={(into) => onChange({ ...draft, into })}
        />
      )}
      {chosen.length > 1 && draft.into === 'new' && unit.level !== 'province' && (
        <NewUnitFields
          level={unit.level}
          name="made"
          value={draft.made}
          onChange={(made) => onChange({ ...draft, made })}
        />
      )}
    </>
  );
};
