import { FileSpreadsheet, FileText, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import css from './TableOut.module.css';

type Props = {
  open: boolean;
  /** How many rows there will be in the file. */
  rows: number;
  xlsx: () => Promise<void>;
  csv: () => void;
  onClose: () => void;
};

/** A table as a file, or on paper. */
export const TableOut = ({ open, rows, xlsx, csv, onClose }: Props) => {
  const { t } = useTranslation('table');
  const [making, setMaking] = useState(false);
  const make = async () => {
    setMaking(true);
    await xlsx();
    setMaking(false);
    onClose();
  };
  const print = () => {
    onClose();
    // The sheet is gone from the page first.
    setTimeout(() => window.print(), 50);
  };
  return (
    <Sheet open={open} title={t('outTitle', { count: rows })} onClose={onClose}>
      <p className={css.hint}>{t('outHint')}</p>
      <Button look="strong" icon={FileSpreadsheet} disabled={making} onClick={() => void make()}>
        {t(making ? 'making' : 'outXlsx')}
      </Button>
      <Button
        icon={FileText}
        onClick={() => {
          csv();
          onClose();
        }}
      >
        {t('outCsv')}
      </Button>
      <Button icon={Printer} onClick={print}>
        {t('outPrint')}
      </Button>
    </Sheet>
  );
};
