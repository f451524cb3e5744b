import { useTranslation } from 'react-i18next';
import { TextField } from '#ui/TextField.tsx';

type Props = { value: string; onChange: (pin: string) => void; error: string | undefined };

/** May stay empty. Says honestly what a PIN does and does not do. */
export const PinField = ({ value, onChange, error }: Props) => {
  const { t } = useTranslation(['sign-in', 'common']);
  return (
    <TextField
      label={t('pin')}
      optional={t('common:optional')}
      type="password"
      inputMode="numeric"
      autoComplete="new-password"
      placeholder={t('pinExample')}
      maxLength={6}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={error}
      hint={t('pinHint')}
    />
  );
};
