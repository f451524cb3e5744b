import { useTranslation } from 'react-i18next';
import type { NewUnit } from '#model/reorganisation.ts';
import type { UnitLevel } from '#model/unit.ts';
import { TextField } from '#ui/TextField.tsx';
import { TypeChoices } from './TypeChoices.tsx';
import css from './Reorganise.module.css';

type Props = {
  level: Exclude<UnitLevel, 'province'>;
  /** Of this form, where there are several. */
  name: string;
  value: NewUnit;
  onChange: (value: NewUnit) => void;
};

/** Code, name and kind of a unit that is to be made. */
export const NewUnitFields = ({ level, name, value, onChange }: Props) => {
  const { t } = useTranslation('area');
  return (
    <div className={css.fields}>
      <TextField
        label={t(level === 'village' ? 'codeLabel' : 'communeCodeLabel')}
        hint={t(level === 'village' ? 'codeHint' : 'communeCodeHint')}
        value={value.code}
        onChange={(event) => onChange({ ...value, code: event.target.value })}
      />
      <TextField
        label={t('nameLabel')}
        hint={t(level === 'village' ? 'nameHint' : 'nameHintCommune')}
        value={value.name}
        onChange={(event) => onChange({ ...value, name: event.target.value })}
      />
      <TypeChoices
        level={level}
        name={`${name}-type`}
        value={value.type}
        onChange={(type) => onChange({ ...value, type })}
      />
    </div>
  );
};
