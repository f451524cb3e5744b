import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Encoding } from '#features/read-table.ts';
import { useUnitWords } from '#features/unit-words.ts';
import { officialCounts } from '#model/records/official-figure.ts';
import { useFormat } from '#ui/format.ts';
import type { Line } from './read-official-table.ts';
import type { Office } from './use-office.ts';
import css from './ImportSheet.module.css';

const shown = 20;

type Props = {
  lines: readonly Line[];
  encoding: Encoding;
  /** Figures that will be written, and how many of them take the place of another. */
  changes: number;
  replacing: number;
  office: Office;
};

/** What a table would write. */
export const ImportPreview = ({ lines, encoding, changes, replacing, office }: Props) => {
  const { t } = useTranslation('target-setting');
  const units = useUnitWords();
  const format = useFormat();
  const known = new Map([office.own, ...office.units].map((unit) => [unit.id, unit]));
  return (
    <section aria-label={t('preview')}>
      <p className={css.sum}>
        {changes === 0
          ? t('nothingNew')
          : t('previewSum', {
              count: changes,
              rows: format.number(lines.length),
              replacing: format.number(replacing),
            })}
      </p>
      {encoding === 'windows-1258' && <p className={css.note}>{t('oldLetters')}</p>}
      <ul className={css.lines}>
        {lines.slice(0, shown).map(({ row, unit, period, counts }) => {
          const found = known.get(unit);
          const said = officialCounts.flatMap((figure) => {
            const count = counts[figure];
            return count === undefined ? [] : [`${t(`figure.${figure}`)} ${format.number(count)}`];
          });
          return (
            <li key={row}>
              <CircleCheck aria-hidden size={18} />
              <span>
                {t('line', { at: format.number(row) })} <b>{found ? units.short(found) : unit}</b>{' '}
                {period !== office.period && `${period} `}
                {said.join(' · ')}
              </span>
            </li>
          );
        })}
      </ul>
      {lines.length > shown && <p className={css.more}>{t('moreLines', { count: lines.length - shown })}</p>}
    </section>
  );
};
