import { useTranslation } from 'react-i18next';
import type { CellKind, CellValue } from '#ui/DataTable/columns.ts';
import { useFormat } from '#ui/format.ts';
import css from './Table.module.css';

const zone = { timeZone: 'Asia/Ho_Chi_Minh' };
const calendar = new Intl.DateTimeFormat('en-CA', zone);

/** A value as people here write it. */
export const CellWords = ({ kind, value }: { kind: CellKind; value: CellValue }) => {
  const { t } = useTranslation('table');
  const f = useFormat();
  if (value === null)
    return (
      <span className={css.none}>
        <span aria-hidden>–</span>
        <span className="visually-hidden">{t('unknown')}</span>
      </span>
    );
  if (kind === 'day') return <>{f.dayLong(String(value))}</>;
  if (kind === 'moment') {
    const at = Number(value) * 1000;
    return (
      <>
        {f.time(at)} {f.dayLong(calendar.format(at))}
      </>
    );
  }
  return <>{typeof value === 'number' ? f.number(value) : value}</>;
};
