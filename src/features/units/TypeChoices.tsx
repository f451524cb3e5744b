import { useTranslation } from 'react-i18next';
import { unitTypes, type UnitLevel, type UnitType } from '#model/unit.ts';
import { Choices } from '#ui/Choices.tsx';

type Props = {
  level: Exclude<UnitLevel, 'province'>;
  name: string;
  value: UnitType;
  onChange: (type: UnitType) => void;
};

/** What kind of unit it is, of those its level has. */
export const TypeChoices = ({ level, name, value, onChange }: Props) => {
  const { t } = useTranslation('area');
  const options = unitTypes[level].map((type) => ({ value: type as UnitType, label: t(`type.${type}`) }));
  return <Choices legend={t('typeLabel')} name={name} options={options} value={value} onChange={onChange} />;
};
