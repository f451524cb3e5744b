import { useTranslation } from 'react-i18next';
import { useWords } from '#features/words.ts';
import type { Fault } from '#model/fault.ts';
import { Button } from '#ui/Button.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import css from './AskSheet.module.css';

type Props = { open: boolean; doubts: readonly Fault[]; onYes: () => void; onNo: () => void };

/** What looks unlikely, asked once and then believed. */
export const AskSheet = ({ open, doubts, onYes, onNo }: Props) => {
  const { t } = useTranslation('log');
  const words = useWords();
  return (
    <Sheet open={open} title={t('askTitle')} onClose={onNo}>
      <ul className={css.doubts}>
        {doubts.map((doubt) => (
          <li key={doubt.code + doubt.field}>{words.refusal(doubt)}</li>
        ))}
      </ul>
      <Button look="primary" onClick={onYes}>
        {t('askYes')}
      </Button>
      <Button onClick={onNo}>{t('askNo')}</Button>
    </Sheet>
  );
};
