import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterBox } from '#features/FilterBox.tsx';
import type { Assignment } from '#features/plans/assignment.ts';
import { useUnitWords } from '#features/unit-words.ts';
import { withoutMarks } from '#features/without-marks.ts';
import type { Unit } from '#model/unit.ts';
import { Choices } from '#ui/Choices.tsx';
import { useFormat } from '#ui/format.ts';
import css from './AssignTask.module.css';

type Props = {
  ofProvince: boolean;
  /** Those right below; undefined while the device does not know them. */
  units: Unit[] | undefined;
  form: Assignment;
  change: (but: Partial<Assignment>) => void;
};

/** Everybody below, or some of them by name. */
export const ForWhom = ({ ofProvince, units, form, change }: Props) => {
  const { t } = useTranslation('plans');
  const f = useFormat();
  const words = useUnitWords();
  const [wanted, setWanted] = useState('');
  const found = (units ?? []).filter((unit) => withoutMarks(unit.name).includes(withoutMarks(wanted)));
  const toggle = (id: string, on: boolean) =>
    change({ units: on ? [...form.units, id] : form.units.filter((unit) => unit !== id) });
  return (
    <div className={css.units}>
      <Choices<Assignment['to']>
        legend={t('forWhom')}
        name="for-whom"
        options={[
          { value: 'all', label: t(ofProvince ? 'forAll.communes' : 'forAll.villages') },
          ...(ofProvince ? [{ value: 'all-villages' as const, label: t('forAll.allVillages') }] : []),
          { value: 'some', label: t('forSome') },
        ]}
        value={form.to}
        onChange={(to) => change({ to })}
      />
      {form.to === 'some' && !units && <p>{t('unitsUnknown')}</p>}
      {form.to === 'some' && units && (
        <fieldset className={css.units}>
          <legend className={css.label}>
            {t('chooseUnits')}{' '}
            <small>{t('unitsChosen', { some: f.number(form.units.length), all: f.number(units.length) })}</small>
          </legend>
          {units.length > 12 && (
            <FilterBox label={t('filterUnits')} value={wanted} found={found.length} onChange={setWanted} />
          )}
          <ul>
            {found.map((unit) => (
              <li key={unit.id}>
                <label>
                  <input
                    type="checkbox"
                    checked={form.units.includes(unit.id)}
                    onChange={(event) => toggle(unit.id, event.target.checked)}
                  />
                  {words.short(unit)}
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
      )}
    </div>
  );
};
