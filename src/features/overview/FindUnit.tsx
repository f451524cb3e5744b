import { Search } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FindUnitList } from '#features/overview/FindUnitList.tsx';
import { useSlash } from '#features/overview/use-slash.ts';
import type { PeriodId } from '#model/period.ts';
import type { Unit } from '#model/unit.ts';
import { Button } from '#ui/Button.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import css from './FindUnit.module.css';

type Props = { own: Unit; period: PeriodId; now: number };

/** The way to any commune or village by its name, today's or a former one. The key "/" opens it. */
export const FindUnit = ({ own, period, now }: Props) => {
  const { t } = useTranslation('dashboard');
  const [open, setOpen] = useState(false);
  useSlash(useCallback(() => setOpen(true), []));
  const title = t(own.level === 'province' ? 'find.title' : 'find.titleCommune');
  return (
    <>
      <Button className={css.button} icon={Search} aria-keyshortcuts="/" onClick={() => setOpen(true)}>
        {title} <kbd aria-hidden>/</kbd>
      </Button>
      <Sheet open={open} title={title} onClose={() => setOpen(false)}>
        <FindUnitList own={own} period={period} now={now} onGone={() => setOpen(false)} />
      </Sheet>
    </>
  );
};
