import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { planStatuses, type PlanStatus } from '#model/records/plan-item.ts';
import css from './StatusChoice.module.css';

/** How a task stands, as its officers say it; one tap, and it is saved. */
export const StatusChoice = ({ value, onChange }: { value: PlanStatus; onChange: (status: PlanStatus) => void }) => {
  const { t } = useTranslation('plans');
  const name = useId();
  return (
    <fieldset className={css.choice}>
      <legend>{t('status')}</legend>
      {planStatuses.map((status) => (
        <label key={status}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            value={status}
            checked={status === value}
            onChange={() => onChange(status)}
          />
          <span>{t(`state.${status}`)}</span>
        </label>
      ))}
    </fieldset>
  );
};
