import { ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Sheet } from '#ui/Sheet.tsx';
import css from './Analysis.module.css';

type Props = {
  /** What is chosen here, and how it stands. */
  label: string;
  value: string;
  /** One of them is chosen at a tap: the sheet closes. */
  children: (close: () => void) => ReactNode;
};

/** One choice about the table: says how it stands, and opens a sheet to change it. */
export const Chip = ({ label, value, children }: Props) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={css.chip} onClick={() => setOpen(true)}>
        <span>{label}</span> <b>{value}</b>
        <ChevronDown aria-hidden size={16} />
      </button>
      <Sheet open={open} title={label} onClose={() => setOpen(false)}>
        {children(() => setOpen(false))}
      </Sheet>
    </>
  );
};
