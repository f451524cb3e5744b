import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterBox } from '#features/FilterBox.tsx';
import { useUnitWords } from '#features/unit-words.ts';
import { withoutMarks } from '#features/without-marks.ts';
import type { Addressees } from '#model/records/addressees.ts';
import type { RecordsPage } from '#store/officer-pages.ts';
import css from './UnitPicker.module.css';

const manyUnits = 12;

type Props = {
  legend: string;
  /** The units right below the officer's own. */
  units: RecordsPage['units'];
  value: Addressees;
  onChange: (value: Addressees) => void;
};

/** For all, or for some units by name. */
export const UnitPicker = ({ legend, units, value, onChange }: Props) => {
  const { t } = useTranslation('unit-picker');
  const words = useUnitWords();
  const [looked, setLooked] = useState('');
  const chosen = value === 'all' ? [] : value;
  const shown = units.filter(({ name }) => withoutMarks(name).includes(withoutMarks(looked)));
  const toggle = (id: string, on: boolean) => onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <fieldset className={css.picker}>
      <legend>{legend}</legend>
      <label className={css.one}>
        <input type="radio" name="addressees" checked={value === 'all'} onChange={() => onChange('all')} />
        <span>{t('all')}</span>
      </label>
      <label className={css.one}>
        <input
          type="radio"
          name="addressees"
          checked={value !== 'all'}
          disabled={units.length === 0}
          onChange={() => onChange([])}
        />
        <span>{t(units.length === 0 ? 'someLater' : 'some', { number: chosen.length })}</span>
      </label>
      {value !== 'all' && (
        <div className={css.some}>
          {units.length > manyUnits && (
            <FilterBox label={t('find')} value={looked} found={shown.length} onChange={setLooked} />
          )}
          <ul className={css.units}>
            {shown.map((unit) => (
              <li key={unit.id}>
                <label className={css.one}>
                  <input
                    type="checkbox"
                    checked={chosen.includes(unit.id)}
                    onChange={(event) => toggle(unit.id, event.target.checked)}
                  />
                  <span>{words.heading(unit)}</span>
                </label>
              </li>
            ))}
          </ul>
        </div>
      )}
    </fieldset>
  );
};
