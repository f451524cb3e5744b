import { useTranslation } from 'react-i18next';
import { Counts } from '#features/holding-box/Counts.tsx';
import type { HeldWork } from '#store/officer-pages.ts';
import { useFormat } from '#ui/format.ts';
import css from './Inside.module.css';

/** What lies in a piece of work, day by day, in counts. */
export const Inside = ({ work, name }: { work: HeldWork; name: string }) => {
  const { t } = useTranslation('holding-box');
  const f = useFormat();
  return (
    <table className={css.table}>
      <caption className="visually-hidden">{t('insideOf', { name })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('day')}</th>
          <th scope="col" className={css.number}>
            {t('dayEntries')}
          </th>
          <th scope="col">{t('dayCounts')}</th>
        </tr>
      </thead>
      <tbody>
        {work.summary.days.map(({ day, entries, counts }) => (
          <tr key={day}>
            <th scope="row">{f.dayLong(day)}</th>
            <td className={css.number}>{f.number(entries)}</td>
            <td>
              <Counts of={counts} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
