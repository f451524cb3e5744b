import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PlanFileFault } from '#model/plan-file.ts';
import { useFormat } from '#ui/format.ts';
import css from './ImportPlan.module.css';

/** More than anybody mends before trying again. */
const mostShown = 20;

/** Everything that keeps a file from being taken in, row by row, and that none of it was. */
export const FileFaults = ({ name, faults }: { name: string; faults: readonly PlanFileFault[] }) => {
  const { t } = useTranslation('plans');
  const f = useFormat();
  return (
    <section className={css.faults}>
      <p className={css.trouble}>
        <CircleAlert aria-hidden size={20} />
        {t('importRefused', { name })}
      </p>
      <ul>
        {faults.slice(0, mostShown).map((fault, i) => (
          <li key={`${i} ${fault.row}`}>
            <b>{t('atRow', { row: f.number(fault.row) })}</b>{' '}
            {t(`fileFault.${fault.code}`, {
              column: 'column' in fault ? t(`fileColumn.${fault.column}`) : '',
              said: 'said' in fault ? fault.said : '',
            })}
          </li>
        ))}
      </ul>
      {faults.length > mostShown && <p>{t('more', { count: faults.length - mostShown })}</p>}
    </section>
  );
};
