import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { figuresBehind } from '#features/behind-figures.ts';
import { FigureLink } from '#features/overview/FigureLink.tsx';
import { TeamsSent } from '#features/overview/TeamsSent.tsx';
import { useUnitWords } from '#features/unit-words.ts';
import type { PeriodId } from '#model/period.ts';
import { useFormat } from '#ui/format.ts';
import { shadeClass } from './shade-class.ts';
import shades from './Shades.module.css';
import type { ShownFigures } from './shown-figures.ts';
import css from './MapTable.module.css';

type Props = { shown: ShownFigures; period: PeriodId; label: string };

const byName = new Intl.Collator('vi', { numeric: true });

/** What the map shows, as a table: the largest first, what is unknown last. */
export const MapTable = ({ shown, period, label }: Props) => {
  const { t } = useTranslation(['dashboard', 'overview', 'measures']);
  const f = useFormat();
  const words = useUnitWords();
  const rows = shown.rows
    .slice()
    .sort((a, b) => (b.value ?? -1) - (a.value ?? -1) || byName.compare(a.row.unit.name, b.row.unit.name));
  const teams = rows[0]?.row.unit.level === 'commune';
  const byResidents = shown.by === 'residents';
  return (
    // The region takes the focus so that arrow keys scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={css.region} tabIndex={0} aria-label={label}>
      <table className={css.table}>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{t(teams ? 'overview:columnCommune' : 'overview:columnVillage')}</th>
            {byResidents && (
              <th scope="col" className={css.number}>
                {t('dashboard:map.perThousand')}
              </th>
            )}
            <th scope="col" className={css.number}>
              {t(`measures:${shown.measure}.short`)}
            </th>
            {teams && (
              <th scope="col" className={css.number}>
                {t('overview:columnTeams')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, count, value, level }) => (
            <tr key={row.unit.id}>
              <th scope="row">
                <i aria-hidden className={shadeClass(level, shown.edges) ?? shades.hatch} />
                <Link to={figuresBehind(row.unit.id, period)}>{words.short(row.unit)}</Link>
              </th>
              {byResidents && <td className={css.number}>{value === null ? '–' : f.number(value)}</td>}
              <td className={css.number}>
                <FigureLink unit={row.unit} period={period} measure={shown.measure} count={count} />
              </td>
              {teams && (
                <td className={css.number}>
                  <TeamsSent of={row} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
