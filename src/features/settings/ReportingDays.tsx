import { useTranslation } from 'react-i18next';
import { DaysField } from '#features/settings/DaysField.tsx';
import { lastDay, type TypedSettings } from '#features/settings/typed-settings.ts';
import { reportingSteps } from '#model/settings.ts';
import { Card } from '#ui/Card.tsx';
import { Choices } from '#ui/Choices.tsx';
import css from './Settings.module.css';

type Props = {
  typed: TypedSettings;
  wrong: readonly string[];
  onChange: (change: Partial<TypedSettings>) => void;
};

/** On which day each level hands its figures on; "on" a day includes it, "before" it does not. */
export const ReportingDays = ({ typed, wrong, onChange }: Props) => {
  const { t } = useTranslation('settings');
  return (
    <Card>
      {reportingSteps.map((step) => (
        <div key={step} className={css.step}>
          <DaysField
            label={t(`steps.${step}`)}
            value={typed.days[step]}
            most={lastDay}
            wrong={wrong.includes(step)}
            onChange={(day) => onChange({ days: { ...typed.days, [step]: day } })}
          />
          <Choices
            legend={t('ruleOf', { step: t(`steps.${step}`) })}
            legendHidden
            name={`rule-${step}`}
            options={[
              { value: 'on', label: t('rule.on') },
              { value: 'before', label: t('rule.before') },
            ]}
            value={typed.rules[step]}
            onChange={(rule) => onChange({ rules: { ...typed.rules, [step]: rule } })}
          />
        </div>
      ))}
    </Card>
  );
};
