import { useTranslation } from 'react-i18next';
import { TextField } from '#ui/TextField.tsx';
import { fieldId } from './field-id.ts';
import css from './ReasonField.module.css';

const quickReasons = ['reasonMiscount', 'reasonMissed', 'reasonDouble', 'reasonWrongDay', 'reasonWrongPlace'] as const;

type Props = { reason: string; problem: string | undefined; onReason: (reason: string) => void };

/** Why a correction is made: one tap for the usual, words for the rest. */
export const ReasonField = ({ reason, problem, onReason }: Props) => {
  const { t } = useTranslation('log');
  return (
    <section className={css.reason}>
      <TextField
        id={fieldId('reason')}
        label={t('reason')}
        hint={t('reasonHint')}
        error={problem}
        autoComplete="off"
        value={reason}
        onChange={(event) => onReason(event.target.value)}
      />
      <div className={css.quick}>
        {quickReasons.map((quick) => (
          <button
            key={quick}
            type="button"
            aria-pressed={reason.trim() === t(quick)}
            onClick={() => onReason(t(quick))}
          >
            {t(quick)}
          </button>
        ))}
      </div>
    </section>
  );
};
