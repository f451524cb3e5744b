import { useTranslation } from 'react-i18next';
import { TextField } from '#ui/TextField.tsx';

type Props = {
  label: string;
  hint?: string;
  /** As typed. */
  value: string;
  most: number;
  wrong: boolean;
  onChange: (value: string) => void;
};

/** A number of days, or a day of the month. */
export const DaysField = ({ label, hint, value, most, wrong, onChange }: Props) => {
  const { t } = useTranslation('settings');
  return (
    <TextField
      label={label}
      hint={hint}
      inputMode="numeric"
      autoComplete="off"
      value={value}
      error={wrong ? t('daysWrong', { most }) : undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  );
};
