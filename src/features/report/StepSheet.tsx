import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stepping } from '#features/report/use-step.ts';
import type { ReportCommand } from '#store/officer-pages.ts';
import { Button } from '#ui/Button.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import css from './StepSheet.module.css';

type Props = {
  title: string;
  children: ReactNode;
  /** Where a step says why. */
  asksReason?: boolean;
  go: string;
  danger?: boolean;
  stepping: Pick<Stepping, 'busy' | 'trouble' | 'forget'>;
  /** True once it is done; the sheet then closes. */
  take: (reason: string) => Promise<boolean>;
  onClose: () => void;
};

/** Asks before a step that cannot be taken back, and says who is missing and what comes of it. */
export const StepSheet = ({
  title,
  children,
  asksReason = false,
  go,
  danger = false,
  stepping,
  take,
  onClose,
}: Props) => {
  const { t } = useTranslation(['report', 'common']);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const close = () => {
    stepping.forget();
    onClose();
  };
  const send = async () => {
    if (asksReason && reason.trim() === '') return setMissing(true);
    if (await take(reason.trim())) onClose();
    return undefined;
  };
  return (
    <Sheet open title={title} onClose={close}>
      {children}
      {asksReason && (
        <TextArea
          label={t('reason')}
          hint={t('reasonHint')}
          value={reason}
          maxLength={280}
          error={missing && reason.trim() === '' ? t('reasonMissing') : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      {stepping.trouble && (
        <p role="alert" className={css.trouble}>
          {stepping.trouble}
        </p>
      )}
      <div className={css.ways}>
        <Button onClick={close}>{t('common:cancel')}</Button>
        <Button look={danger ? 'danger' : 'strong'} aria-disabled={stepping.busy} onClick={() => void send()}>
          {stepping.busy ? t('busy') : go}
        </Button>
      </div>
    </Sheet>
  );
};

/** What a command says whatever it is: of which report, and how many of its steps its officer had before them. */
export type Known = Pick<ReportCommand, 'unit' | 'period' | 'known'>;
