import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#ui/format.ts';
import type { RowFault } from './read-official-table.ts';
import form from './AllocateSheet.module.css';
import css from './ImportSheet.module.css';

/** More than anybody mends before looking at the file again. */
const shown = 30;

/** Every cell that keeps a table from being taken: where it is, what is wrong, what to write instead. */
export const ImportFaults = ({ faults, rows }: { faults: readonly RowFault[]; rows: number }) => {
  const { t } = useTranslation('target-setting');
  const format = useFormat();
  return (
    <section aria-label={t('toMend')}>
      <p role="alert" className={form.trouble}>
        {t('nothingWritten', { count: faults.length, rows: format.number(rows) })}
      </p>
      <ul className={css.lines}>
        {faults.slice(0, shown).map(({ row, column, why, said }) => (
          <li key={`${row} ${column} ${why}`} className={css.left}>
            <CircleAlert aria-hidden size={18} />
            <span>
              <b>{t('cell', { row: format.number(row), column })}</b> {t(`rowFault.${why}`, { said })}
            </span>
          </li>
        ))}
      </ul>
      {faults.length > shown && <p className={css.more}>{t('moreFaults', { count: faults.length - shown })}</p>}
    </section>
  );
};
